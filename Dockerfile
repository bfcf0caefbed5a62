# The binary, and nothing else: `docker build --tag payments .`, then
# `docker run --rm --publish 127.0.0.1:4010:4010 payments`. A release hands in binaries that are
# built already, by `--build-context binary=FOLDER`.
FROM rust:1-alpine AS binary
ARG TARGETARCH
# For SQLite and ring, which are C in part.
# hadolint ignore=DL3018
RUN apk add --no-cache gcc musl-dev
WORKDIR /source
COPY . .
RUN cargo build --locked --profile dist --package payments-cli \
  && mv target/dist/payments "/payments-$TARGETARCH" \
  && cp /etc/ssl/certs/ca-certificates.crt /

FROM scratch
ARG TARGETARCH
COPY --from=binary /payments-$TARGETARCH /payments
# What a client of a real host trusts; the sandbox needs none.
COPY --from=binary /ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
# Outside of the container, the port is as open as `--publish` makes it.
ENV PAYMENTS_SANDBOX_BIND=0.0.0.0 SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
USER 65532:65532
EXPOSE 4010
ENTRYPOINT ["/payments"]
CMD ["sandbox"]
