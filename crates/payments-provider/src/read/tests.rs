use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};
use serde_json::json;

use super::*;
use crate::wire::Amount;

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Order {
    id: String,
    amount: Amount,
    state: Option<String>,
    lifetime: Option<i64>,
    fee: Option<Amount>,
    paid: Option<bool>,
    how: Option<How>,
    notes: Option<Vec<String>>,
    anything: Option<serde_json::Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct How {
    kind: String,
    shop: Option<String>,
}

const HOW: &Shape = &Shape::new(
    "How",
    &[
        Member::new("kind", Holds::Text, Weight::Required),
        Member::new("shop", Holds::Text, Weight::Optional),
    ],
);

impl Received for How {
    const SHAPE: &'static Shape = HOW;

    fn of(members: &mut Members<'_>) -> Self {
        Self {
            kind: members.take(),
            shop: members.take(),
        }
    }
}

impl Received for Order {
    const SHAPE: &'static Shape = &Shape::new(
        "Order",
        &[
            Member::new("id", Holds::Text, Weight::Required),
            Member::new("amount", Holds::Amount, Weight::Required),
            Member::new("state", Holds::Text, Weight::Decides),
            Member::new("lifetime", Holds::Integer, Weight::Optional),
            Member::new("fee", Holds::FractionalAmount, Weight::Optional),
            Member::new("paid", Holds::Boolean, Weight::Optional),
            Member::new("how", Holds::Object(HOW), Weight::Optional),
            Member::new("notes", Holds::List(&Holds::Text), Weight::Optional),
            Member::new("anything", Holds::Any, Weight::Optional),
        ],
    );

    fn of(members: &mut Members<'_>) -> Self {
        Self {
            id: members.take(),
            amount: members.take(),
            state: members.take(),
            lifetime: members.take(),
            fee: members.take(),
            paid: members.take(),
            how: members.take(),
            notes: members.take(),
            anything: members.take(),
        }
    }
}

fn order(body: &str) -> Result<Read<Order>, Unreadable> {
    read(body.as_bytes())
}

/// An order with one more member.
fn with(member: &str) -> Read<Order> {
    order(&format!(r#"{{"id": "a", "amount": 1, {member}}}"#)).unwrap()
}

fn why(body: &str) -> String {
    order(body).unwrap_err().to_string()
}

#[test]
fn a_scalar_is_read_from_any_that_says_the_same() {
    for lifetime in ["3599", r#""3599""#, "3599.0", r#""3599.00""#, "3.599e3"] {
        let read = with(&format!(r#""lifetime": {lifetime}"#));
        assert_eq!(read.body.lifetime, Some(3599), "{lifetime}");
    }
    for (id, text) in [
        ("7", "7"),
        ("530000000001234567890123", "530000000001234567890123"),
        ("7.0", "7"),
        ("7.50", "7.5"),
        ("-7", "-7"),
        ("true", "true"),
    ] {
        let read = order(&format!(r#"{{"id": {id}, "amount": 1}}"#)).unwrap();
        assert_eq!(read.body.id, text);
    }
    for (paid, said) in [
        ("true", true),
        (r#""true""#, true),
        ("1", true),
        (r#""1""#, true),
        ("0", false),
        (r#""false""#, false),
    ] {
        assert_eq!(with(&format!(r#""paid": {paid}"#)).body.paid, Some(said));
    }
    for amount in ["1001", r#""1001""#, "1001.0", r#""1001.00""#, "1.001e3"] {
        let read = order(&format!(r#"{{"id": "a", "amount": {amount}}}"#)).unwrap();
        assert_eq!(read.body.amount, "1001".parse().unwrap(), "{amount}");
    }
    // No float has this value.
    let read = with(r#""fee": 90071992547490.39"#);
    assert_eq!(read.body.fee.unwrap().to_string(), "90071992547490.39");
}

#[test]
fn an_amount_that_may_be_another_is_none() {
    for amount in [
        r#""10.500""#,
        "10.500",
        "10.000",
        r#""1.250.000""#,
        r#""150.000,00""#,
        r#""Rp 150000""#,
        r#"" 1""#,
        "10.5",
        r#""10.5""#,
        "true",
        "[1]",
    ] {
        let why = why(&format!(r#"{{"id": "a", "amount": {amount}}}"#));
        assert!(why.starts_with("amount: expected an amount"), "{why}");
    }
    assert_eq!(with(r#""fee": "116.55""#).body.fee, "116.55".parse().ok());
    for fee in [r#""4.500""#, "4.500"] {
        let read = with(&format!(r#""fee": {fee}"#));
        assert_eq!((read.body.fee, read.left_out.len()), (None, 1), "{fee}");
    }
}

#[test]
fn what_decides_nothing_is_left_out_and_named() {
    for (member, named) in [
        (
            r#""lifetime": "soon""#,
            "lifetime: expected a whole number, got text",
        ),
        (
            r#""lifetime": 3599.5"#,
            "lifetime: expected a whole number, got a number",
        ),
        (
            r#""lifetime": {}"#,
            "lifetime: expected a whole number, got an object",
        ),
        (r#""fee": []"#, "fee: expected an amount, got a list"),
        (r#""paid": "yes""#, "paid: expected true or false, got text"),
        (r#""how": "cash""#, "how: expected an object, got text"),
        (r#""how": [1]"#, "how: expected an object, got a list"),
        (r#""how": {"shop": "A"}"#, "how: how.kind is missing"),
        (
            r#""how": {"kind": {}, "shop": []}"#,
            "how: how.kind: expected text, got an object",
        ),
        (
            r#""how": {"kind": "k", "shop": []}"#,
            "how.shop: expected text, got a list",
        ),
        (
            r#""notes": {"a": "b"}"#,
            "notes: expected a list, got an object",
        ),
        (
            r#""notes": ["a", ["b"], "c"]"#,
            "notes[1]: expected text, got a list",
        ),
        (
            r#""fee": 1, "fee": 2"#,
            "fee: expected an amount, got several of one name",
        ),
        (
            r#""anything": 1, "anything": 2"#,
            "anything: expected one value, got several of one name",
        ),
    ] {
        let read = with(member);
        let left_out: Vec<_> = read.left_out.iter().map(ToString::to_string).collect();
        assert_eq!(left_out, [named], "{member}");
    }
    assert_eq!(
        with(r#""notes": ["a", ["b"], 3]"#).body.notes.unwrap(),
        ["a", "3"]
    );
}

#[test]
fn null_and_the_empty_list_of_php_are_nothing_at_all() {
    for member in [
        r#""how": []"#,
        r#""how": null"#,
        r#""state": null"#,
        r#""fee": null"#,
        r#""new": {"a": [1]}"#,
    ] {
        assert_eq!(with(member), with(r#""more": 1"#), "{member}");
    }
}

#[test]
fn what_decides_is_read_exactly_or_nothing_is_known() {
    for (body, named) in [
        (r#"{"amount": 1}"#, "id is missing"),
        (r#"{"id": null, "amount": 1}"#, "id is missing"),
        (
            r#"{"id": [], "amount": 1}"#,
            "id: expected text, got a list",
        ),
        (
            r#"{"id": "a", "id": "b", "amount": 1}"#,
            "id: expected text, got several of one name",
        ),
        (
            r#"{"id": "a", "amount": 1, "state": ["paid"]}"#,
            "state: expected text, got a list",
        ),
        (
            r#"{"id": "a", "amount": 1, "state": "a", "state": "b"}"#,
            "state: expected text, got several of one name",
        ),
        ("[]", "the body: expected an object, got a list"),
        ("nothing", "it is not JSON, line 1 column 1"),
        ("{\n \"id\": }", "it is not JSON, line 2 column 8"),
    ] {
        assert_eq!(why(body), named);
    }
}

#[test]
fn bytes_become_text_before_they_become_json() {
    let plain = br#"{"id": "a", "amount": 1}"#;
    let marked = [b"\xef\xbb\xbf", &plain[..]].concat();
    assert_eq!(read::<Order>(&marked), read::<Order>(plain));
    let latin = read::<Order>(b"{\"id\": \"Caf\xe9\", \"amount\": 1}").unwrap();
    assert_eq!(latin.body.id, "Caf\u{fffd}");
    // Two byte order marks are not JSON.
    assert!(read::<Order>(&[b"\xef\xbb\xbf", &marked[..]].concat()).is_err());
}

#[test]
fn a_form_is_a_message_with_its_brackets_nested() {
    let text = "data%5Bid%5D=a+b&data[how][kind]=k&plain=1&odd[=2&data[id2]=x&plain=3";
    let tree = Tree::parse_any(text).unwrap();
    assert_eq!(tree.mark(&["data", "id"]).text(), Some("a b"));
    assert_eq!(tree.mark(&["data", "how", "kind"]).text(), Some("k"));
    // A duplicate member counts as absent.
    assert_eq!(tree.mark(&["plain"]).text(), None);
    assert!(tree.mark(&["plain"]).is_there());
    for no_form in ["", "a", "{\"a\"=1", "<a href='x=1'>"] {
        assert!(Tree::parse_any(no_form).is_err(), "{no_form}");
    }
    let read = Tree::parse_any("id=a&amount=1").unwrap().read::<Order>();
    assert_eq!(read.unwrap().body.id, "a");
}

#[test]
fn a_mark_is_found_at_its_place_and_is_one() {
    let text = r#"{"a": {"b": 7, "c": null, "d": {}}, "b": "x", "e": 1, "e": 2}"#;
    let tree = Tree::parse(text).unwrap();
    for (place, there, text) in [
        (&["b"][..], true, Some("x")),
        (&["a", "b"], true, Some("7")),
        (&["a", "c"], false, None),
        (&["a", "d"], true, None),
        (&["a", "d", "e"], false, None),
        (&["b", "c"], false, None),
        (&["e"], true, None),
        (&["z"], false, None),
    ] {
        let mark = tree.mark(place);
        assert_eq!((mark.is_there(), mark.text()), (there, text), "{place:?}");
    }
}

#[test]
fn what_arrived_is_kept_whole_but_for_its_secrets() {
    #[derive(Serialize)]
    struct Message {}
    impl Received for Message {
        const SHAPE: &'static Shape = &Shape::new(
            "Message",
            &[
                Member::new("token", Holds::Secret, Weight::Optional),
                Member::new(
                    "items",
                    Holds::List(&Holds::Object(&Shape::new(
                        "Item",
                        &[Member::new("key", Holds::Secret, Weight::Optional)],
                    ))),
                    Weight::Optional,
                ),
            ],
        );

        fn of(_: &mut Members<'_>) -> Self {
            Self {}
        }
    }
    let body =
        "\u{feff}{\"token\": \"t\", \"items\": [{\"key\": 1, \"odd\": []}], \"name\": \"\\ud83d\"}";
    let arrived = Arrived::new::<Message>(body.as_bytes().to_vec());
    assert_eq!(
        *arrived.raw("").json(),
        json!({"items": [{"odd": []}], "name": "\u{fffd}"})
    );
    assert_eq!(*arrived.raw("/items/0").json(), json!({"odd": []}));
    assert_eq!(*arrived.raw("/nowhere").json(), json!(null));
}

/// The text of an object with members of an order, some of them odd, in any order and number.
fn any_order() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "id", "amount", "state", "how", "notes", "anything", "kind", "\\u0069d", "more",
    ]);
    let value = prop::sample::select(vec![
        r#""a""#,
        "1",
        "null",
        "true",
        "[]",
        r#"["a", ["b"], {}]"#,
        "{}",
        r#"{"kind": "k", "shop": 1, "shop": 2}"#,
        r#"{"id": {"id": []}, "kind": 7}"#,
        "oops",
    ]);
    let members = prop::collection::vec((name, value), 0..9);
    let known = r#""id": "a", "amount": 1"#;
    (proptest::bool::ANY, members).prop_map(move |(known_first, members)| {
        let mut members: Vec<_> = members
            .into_iter()
            .map(|(name, value)| format!("\"{name}\": {value}"))
            .collect();
        if known_first {
            members.insert(0, known.into());
        }
        format!("{{{}}}", members.join(","))
    })
}

proptest! {
    #[test]
    fn a_body_is_read_at_once_as_it_is_from_its_tree(text in any_order()) {
        let from_tree = Tree::parse(&text).and_then(Tree::read::<Order>);
        prop_assert_eq!(read::<Order>(text.as_bytes()), from_tree);
    }
}

#[test]
fn members_that_come_again_and_long_lists_take_no_room() {
    const ORDERS: &Shape = &Shape::new(
        "Orders",
        &[
            Member::new("one", Holds::Object(Order::SHAPE), Weight::Optional),
            Member::new(
                "all",
                Holds::List(&Holds::Object(Order::SHAPE)),
                Weight::Optional,
            ),
        ],
    );
    let again = format!(r#"{{{}"one": {{}}}}"#, r#""one": {},"#.repeat(1000));
    let (_, places, left_out) = shaped(&again, ORDERS).unwrap();
    let room = ORDERS.members.len() + Order::SHAPE.members.len();
    assert_eq!((places.len(), left_out.len()), (room, 1));
    let long = format!(r#"{{"all": [{}{{}}]}}"#, "{},".repeat(16_384));
    let (_, places, left_out) = shaped(&long, ORDERS).unwrap();
    assert_eq!((places.len(), left_out.len()), (ORDERS.members.len(), 1));
}

#[test]
fn items_that_are_left_out_take_no_room() {
    const ORDERS: &Shape = &Shape::new(
        "Orders",
        &[Member::new(
            "orders",
            Holds::List(&Holds::Object(Order::SHAPE)),
            Weight::Optional,
        )],
    );
    let text = format!(r#"{{"orders": [{}{{}}]}}"#, "{},".repeat(1000));
    let (_, places, left_out) = shaped(&text, ORDERS).unwrap();
    assert_eq!((places.len(), left_out.len()), (1, 1001));
}
