// A shop in Node, tested against `payments sandbox` with the provider's own public client, which
// knows nothing of the sandbox. INSTAMONEY_BASE_URL and INSTAMONEY_API_KEY are what the sandbox
// prints at its start.
import assert from "node:assert/strict";
import test from "node:test";

import Xendit from "xendit-node";

const xenditURL = process.env.INSTAMONEY_BASE_URL;
const { EWallet } = new Xendit({ secretKey: process.env.INSTAMONEY_API_KEY, xenditURL });
const wallet = new EWallet();

/** The control API of the sandbox: faults, the customer, the ledger. */
async function control(method, path, body) {
  const url = new URL(`/_sandbox/${path}`, xenditURL);
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}

const order = (externalID) => ({
  externalID,
  amount: 20000,
  phone: "08123123123",
  ewalletType: EWallet.Type.OVO,
});

/** What a shop does that pays once: it asks after a lost answer, and never pays again. */
async function pay(payment) {
  try {
    return await wallet.createPayment(payment);
  } catch (error) {
    if (error.status) throw error; // An answer: the provider has refused it.
    return wallet.getPayment(payment);
  }
}

test.beforeEach(() => control("POST", "reset"));

test("a payment is paid by the customer", async () => {
  const made = await pay(order("order-1"));
  assert.equal(made.status, "PENDING");
  await control("POST", "payments/instamoney/order-1/pay");
  const paid = await wallet.getPayment(order("order-1"));
  assert.equal(paid.status, "COMPLETED");
});

test("a payment whose answer is lost is charged once", async () => {
  const lost = { provider: "instamoney", operation: "create", fault: "reset_after_commit" };
  await control("POST", "faults", lost);
  const found = await pay(order("order-2"));
  assert.equal(found.external_id, "order-2");
  await control("POST", "payments/instamoney/order-2/pay");
  const debits = await control("GET", "ledger?reference=order-2");
  assert.equal(debits.length, 1);
});

test("a refusal moves no money", async () => {
  await pay(order("order-3"));
  const refused = (error) => error.code === "DUPLICATE_PAYMENT_REQUEST_ERROR";
  await assert.rejects(pay(order("order-3")), refused);
  const debits = await control("GET", "ledger?reference=order-3");
  assert.equal(debits.length, 0);
});
