//! `desc`, the product-specific part of an answer.

use payments_core::{BillRequest, Raw};
use payments_provider::read::{self, Received};
use serde_json::Value;

use crate::types;

macro_rules! details {
    ($($product:literal => $variant:ident($shape:ident)),* $(,)?) => {
        /// The biller's details of a bill. The product of the *request* chooses the variant,
        /// because the answer's code may differ.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Details {
            $(
                #[doc = concat!("Of the product `", $product, "`.")]
                $variant(Box<types::$shape>),
            )*
            /// For a product that this version does not know, or in an undocumented shape.
            Other(Raw),
        }

        impl Details {
            /// Reads `desc`.
            #[must_use]
            pub fn new(product: &str, desc: &Value) -> Self {
                let known = match product {
                    $($product => read(desc).map(Box::new).map(Self::$variant),)*
                    _ => None,
                };
                known.unwrap_or_else(|| Self::Other(desc.clone().into()))
            }
        }

        /// Each product, with the name of its shape.
        #[cfg(test)]
        const SHAPES: &[(&str, &str)] = &[$(($product, stringify!($shape))),*];
    };
}

details!(
    "pln" => Pln(PlnDetails),
    "pdam" => Pdam(PdamDetails),
    "hp" => Hp(HpDetails),
    "internet" => Internet(InternetDetails),
    "bpjs" => Bpjs(BpjsDetails),
    "multifinance" => Multifinance(MultifinanceDetails),
    "pbb" => Pbb(PbbDetails),
    "pgas" => Gas(GasDetails),
    "tv" => Tv(TvDetails),
    "plnnontaglis" => PlnNontaglis(PlnNontaglisDetails),
    "emoney" => Emoney(EmoneyDetails),
    "samsat" => Samsat(SamsatDetails),
    "kirimuang" => KirimUang(KirimUangDetails),
);

impl Details {
    /// The details in the answer to an inquiry or a payment. `None` if the answer has none, as when
    /// it is pending or failed.
    #[must_use]
    pub fn of(bill: &BillRequest, raw: &Raw) -> Option<Self> {
        let desc = raw.json().get("desc").filter(|desc| !desc.is_null())?;
        Some(Self::new(&bill.product, desc))
    }
}

/// Reads leniently, like everything that is received.
fn read<T: Received>(desc: &Value) -> Option<T> {
    let read = read::read(desc.to_string().as_bytes()).ok()?;
    Some(read.body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CAPABILITIES;

    #[test]
    fn every_product_of_the_specification_has_its_shape_and_there_is_no_other() {
        let products = CAPABILITIES.bills.unwrap().products;
        let specified: Vec<_> = products
            .iter()
            .map(|product| (product.code, product.details))
            .collect();
        assert_eq!(SHAPES, specified);
    }

    #[test]
    fn what_has_no_known_shape_is_kept() {
        let desc = serde_json::json!([{"lembar_tagihan": {"of": "another shape"}}]);
        for product in ["unheard-of", "pln"] {
            assert_eq!(
                Details::new(product, &desc),
                Details::Other(desc.clone().into())
            );
        }
    }
}
