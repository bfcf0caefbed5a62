//! What progenitor breaks on or silently gets wrong, one fixture each: it must come out faithful or
//! be refused with a reason.
//!
//! A snapshot holds the normalised document, or the refusal. Whatever is not refused must also
//! become code.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use xtask::{Place, api, code, normalize};

/// The smallest document around some paths and components.
fn document(paths: Value, schemas: Value) -> Value {
    let mut schemas = schemas;
    schemas["Refusal"] = json!({"type": "object", "properties": {"code": {"type": "string"}}});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Trap", "version": "1", "x-error": "Refusal"},
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

fn body(schema: Value) -> Value {
    json!({"description": "A body.", "content": {"application/json": {"schema": schema}}})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// One operation with the given members beside id and effect.
fn operation(members: Value) -> Value {
    let mut operation = json!({"operationId": "do_it", "x-effect": "reads"});
    for (key, value) in members.as_object().unwrap() {
        operation[key] = value.clone();
    }
    json!({"/it": {"get": operation}})
}

/// An operation whose answer has one member of the given schema.
fn received(schema: Value) -> Value {
    let answer = json!({"type": "object", "properties": {"value": schema}});
    document(
        operation(json!({"responses": {"200": body(reference("Answer"))}})),
        json!({"Answer": answer}),
    )
}

fn responses(responses: Value) -> Value {
    let a = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let b = json!({"type": "object", "properties": {"b": {"type": "string"}}});
    document(
        operation(json!({"responses": responses})),
        json!({"A": a, "B": b}),
    )
}

fn parameter(parameter: Value) -> Value {
    let path = if parameter["in"] == "path" {
        "/it/{id}"
    } else {
        "/it"
    };
    let mut paths = operation(json!({
        "parameters": [parameter],
        "responses": {"200": body(reference("A"))},
    }));
    let item = paths["/it"].take();
    document(
        json!({path: item}),
        json!({"A": {"type": "object", "properties": {}}}),
    )
}

#[track_caller]
fn snapshot(name: &str, document: Value) {
    let text = match normalize("trap", Place::file("trap.json"), document) {
        Err(refusal) => format!("refused: {refusal}"),
        Ok(api) => {
            code(&api).unwrap_or_else(|refusal| panic!("{name} becomes no code: {refusal}"));
            let mut shown = api.document;
            for part in ["openapi", "info", "x-callbacks"] {
                shown.as_object_mut().unwrap().remove(part);
            }
            shown["components"]["schemas"]
                .as_object_mut()
                .unwrap()
                .remove("Refusal");
            serde_json::to_string_pretty(&shown).unwrap()
        }
    };
    insta::with_settings!({omit_expression => true}, {
        insta::assert_snapshot!(name.replace(' ', "_"), text);
    });
}

#[test]
fn responses_that_progenitor_panics_on() {
    let (a, b) = (body(reference("A")), body(reference("B")));
    let empty = json!({"description": "Nothing."});
    for (name, cases) in [
        (
            "two refusals with different schemas",
            json!({"200": a, "400": a, "422": b}),
        ),
        (
            "a typed and an empty refusal",
            json!({"200": a, "400": b, "500": empty}),
        ),
        (
            "two successes with different schemas",
            json!({"200": a, "201": b}),
        ),
        (
            "a typed and an empty success",
            json!({"200": a, "204": empty}),
        ),
        ("two successes with one schema", json!({"200": a, "202": a})),
        (
            "a success beside a default",
            json!({"200": a, "default": b}),
        ),
        (
            "overlapping refusals",
            json!({"200": a, "400": b, "4XX": b, "422": b}),
        ),
        ("no success", json!({"302": empty, "400": b})),
        (
            "a success that is not JSON",
            json!({"200": {"description": "", "content": {"application/problem+json": {"schema": {}}}}}),
        ),
        (
            "a success without a schema",
            json!({"200": {"description": "", "content": {"application/json": {}}}}),
        ),
        (
            "a success of two media types",
            json!({"200": {"description": "", "content": {"application/json": {"schema": {}}, "text/plain": {}}}}),
        ),
    ] {
        snapshot(name, responses(cases));
    }
}

#[test]
fn names_that_silently_become_one_type() {
    let inline =
        |member: &str| body(json!({"type": "object", "properties": {member: {"type": "string"}}}));
    let words = |word: &str| json!({"type": "string", "enum": [word]});
    let with = |members: Value| json!({"type": "object", "properties": members});
    snapshot(
        "two inline responses of one operation",
        responses(json!({"200": inline("a"), "400": inline("b")})),
    );
    snapshot(
        "an inline enum of a parameter named like a component",
        document(
            operation(json!({
                "parameters": [{"name": "status", "in": "query", "schema": words("open")}],
                "responses": {"200": body(reference("DoItStatus"))},
            })),
            json!({"DoItStatus": with(json!({}))}),
        ),
    );
    let mut twice = operation(json!({"responses": {"200": inline("a")}}));
    twice["/other"] = json!({"get": {
        "operationId": "doIt", "x-effect": "reads", "responses": {"200": inline("b")},
    }});
    snapshot("operations of one Rust name", document(twice, json!({})));
    snapshot(
        "a title named like a component",
        document(
            operation(json!({"responses": {"200": body(reference("Answer"))}})),
            json!({
                "Answer": with(json!({"fee": {"title": "Money", "type": "object", "properties": {"x": {"type": "string"}}}})),
                "Money": with(json!({"y": {"type": "string"}})),
            }),
        ),
    );
    snapshot(
        "an inline enum named like a component",
        document(
            operation(json!({"responses": {"200": body(reference("Charge"))}})),
            json!({"Charge": with(json!({"status": words("a")})), "ChargeStatus": words("b")}),
        ),
    );
    snapshot(
        "components that differ in case only",
        document(
            operation(json!({"responses": {"200": body(reference("problem"))}})),
            json!({"problem": with(json!({})), "Problem": with(json!({}))}),
        ),
    );
    snapshot(
        "members that differ in case only",
        document(
            operation(json!({"responses": {"200": body(reference("A"))}})),
            json!({"A": with(json!({"fooBar": {"type": "string"}, "foo_bar": {"type": "string"}}))}),
        ),
    );
    snapshot(
        "a component named like a core type",
        document(
            operation(json!({"responses": {"200": body(reference("Secret"))}})),
            json!({"Secret": with(json!({}))}),
        ),
    );
}

#[test]
fn parameters_that_do_not_compile_or_lie() {
    for (name, case) in [
        (
            "a nullable header",
            json!({"name": "X-A", "in": "header", "schema": {"type": "string", "nullable": true}}),
        ),
        (
            "a header of a list",
            json!({"name": "X-A", "in": "header", "schema": {"type": "array", "items": {"type": "string"}}}),
        ),
        (
            "a cookie",
            json!({"name": "a", "in": "cookie", "schema": {"type": "string"}}),
        ),
        (
            "a deep object",
            json!({"name": "a", "in": "query", "style": "deepObject", "schema": {"type": "object"}}),
        ),
        (
            "a parameter with content",
            json!({"name": "a", "in": "query", "content": {}}),
        ),
        (
            "a parameter called body",
            json!({"name": "body", "in": "query", "schema": {"type": "string"}}),
        ),
        (
            "a parameter with a length",
            json!({"name": "a", "in": "query", "schema": {"type": "string", "maxLength": 3}}),
        ),
        (
            "a number in the query",
            json!({"name": "a", "in": "query", "schema": {"type": "number"}}),
        ),
        (
            "a path parameter",
            json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}),
        ),
        (
            "a path parameter that is not there",
            json!({"name": "other", "in": "path", "required": true, "schema": {"type": "string"}}),
        ),
        (
            "an authorization header",
            json!({"name": "Authorization", "in": "header", "schema": {"type": "string"}}),
        ),
        (
            "a secret header",
            json!({"name": "api-key", "in": "header", "schema": {"type": "string", "format": "password"}}),
        ),
        (
            "a secret in the query",
            json!({"name": "key", "in": "query", "schema": {"type": "string", "format": "password"}}),
        ),
    ] {
        snapshot(name, parameter(case));
    }
    let two = json!([
        {"name": "X-Id", "in": "header", "schema": {"type": "string"}},
        {"name": "xId", "in": "query", "schema": {"type": "string"}},
    ]);
    snapshot(
        "parameters of one Rust name",
        document(
            operation(json!({"parameters": two, "responses": {"200": body(reference("A"))}})),
            json!({"A": {"type": "object", "properties": {}}}),
        ),
    );
}

#[test]
fn bodies_that_are_not_sent_as_written() {
    let with = |request: Value| {
        document(
            operation(json!({"requestBody": request, "responses": {"200": body(reference("A"))}})),
            json!({"A": {"type": "object", "properties": {}}}),
        )
    };
    let media = |kind: &str| json!({"content": {kind: {"schema": reference("A")}}});
    snapshot(
        "a form body",
        with(media("application/x-www-form-urlencoded")),
    );
    snapshot("a multipart body", with(media("multipart/form-data")));
    let mut two = media("application/json");
    two["content"]["text/xml"] = json!({"schema": reference("A")});
    snapshot("a body of two media types", with(two));
    let mut optional = media("application/json");
    optional["required"] = json!(false);
    snapshot("a body that may be left out", with(optional));
    let mut encoded = media("application/json");
    encoded["content"]["application/json"]["encoding"] = json!({"a": {}});
    snapshot("a body with an encoding", with(encoded));
}

#[test]
fn schemas_that_change_their_meaning() {
    for (name, schema) in [
        ("a constant", json!({"const": "paid"})),
        (
            "a nullable enum",
            json!({"type": "string", "nullable": true, "enum": ["a", "b"]}),
        ),
        (
            "an enum of digits",
            json!({"type": "string", "enum": ["00", "01"]}),
        ),
        (
            "an enum of one word in two cases",
            json!({"type": "string", "enum": ["paid", "PAID"]}),
        ),
        (
            "an enum of signs",
            json!({"type": "string", "enum": ["+", "-", ""]}),
        ),
        ("an enum of strings and numbers", json!({"enum": ["a", 1]})),
        (
            "an enum of integers",
            json!({"type": "integer", "enum": [1, 2]}),
        ),
        ("a type or null", json!({"type": ["string", "null"]})),
        ("two types", json!({"type": ["string", "integer"]})),
        (
            "any of an enum and a string",
            json!({"anyOf": [{"enum": ["a"]}, {"type": "string"}]}),
        ),
        (
            "one of two inline objects",
            json!({"oneOf": [{"type": "object"}, {"type": "object"}]}),
        ),
        (
            "one schema or null",
            json!({"oneOf": [{"type": "string"}, {"type": "null"}]}),
        ),
        ("not", json!({"not": {"type": "string"}})),
        ("a condition", json!({"if": {}, "then": {}})),
        (
            "members by pattern",
            json!({"type": "object", "patternProperties": {}}),
        ),
        (
            "items by position",
            json!({"type": "array", "prefixItems": []}),
        ),
        (
            "a map of typed values",
            json!({"type": "object", "additionalProperties": {"type": "string"}}),
        ),
        ("a schema that nothing fits", json!(false)),
        (
            "a constraint without a type",
            json!({"maxLength": 3, "nullable": true}),
        ),
        ("a number", json!({"type": "number"})),
        (
            "an open range",
            json!({"type": "integer", "exclusiveMinimum": 0}),
        ),
        (
            "a required member that is not there",
            json!({"type": "object", "required": ["b"], "properties": {"a": {"type": "string"}}}),
        ),
        (
            "a component or null",
            json!({"oneOf": [{"$ref": "#/components/schemas/Refusal"}, {"type": "null"}]}),
        ),
        (
            "a limit beyond 64 bits",
            json!({"type": "integer", "maximum": 10_000_000_000_000_000_000_u64}),
        ),
        (
            "a received minimum of one",
            json!({"type": "integer", "minimum": 1}),
        ),
        (
            "a received length and pattern",
            json!({"type": "string", "maxLength": 3, "pattern": "^a$"}),
        ),
        (
            "a pattern with look-ahead",
            json!({"type": "string", "pattern": "^(?!a)b$"}),
        ),
        (
            "an unknown format",
            json!({"type": "string", "format": "decimal"}),
        ),
        ("a default", json!({"type": "string", "default": "x"})),
        (
            "a list that may be null",
            json!({"type": "array", "items": {"type": "string"}}),
        ),
        (
            "no further members",
            json!({"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": false}),
        ),
        ("a list without items", json!({"type": "array"})),
        (
            "a missing reference",
            json!({"$ref": "#/components/schemas/Missing"}),
        ),
        (
            "a reference into another file",
            json!({"$ref": "other.json#/A"}),
        ),
        (
            "a reference into a path",
            json!({"$ref": "#/components/schemas/Answer/properties/value"}),
        ),
        (
            "a keyword beside a reference",
            json!({"$ref": "#/components/schemas/Answer", "nullable": true}),
        ),
        (
            "an amount, a secret, personal data, a time",
            json!({"type": "object", "properties": {
                "amount": {"type": "integer", "format": "amount"},
                "digits": {"type": "string", "format": "amount"},
                "key": {"type": "string", "format": "password"},
                "name": {"type": "string", "x-personal": true},
                "at": {"type": "string", "format": "date-time"},
            }}),
        ),
    ] {
        snapshot(name, received(schema));
    }
}

#[test]
fn choices_and_merges_of_components() {
    let object = |member: &str| json!({"type": "object", "required": [member], "properties": {member: {"type": "string"}}});
    let with = |answer: Value| {
        document(
            operation(json!({"responses": {"200": body(reference("Answer"))}})),
            json!({"Answer": answer, "A": object("a"), "B": object("b"), "OtherA": {"type": "object", "properties": {"a": {"type": "integer"}}}}),
        )
    };
    let list = |names: &[&str]| names.iter().map(|name| reference(name)).collect::<Value>();
    snapshot(
        "one of two components with a discriminator",
        with(json!({"oneOf": list(&["A", "B"]), "discriminator": {"propertyName": "kind"}})),
    );
    snapshot(
        "any of two components",
        with(json!({"anyOf": list(&["A", "B"])})),
    );
    snapshot(
        "all of two components",
        with(json!({"allOf": list(&["A", "B"])})),
    );
    snapshot(
        "a component that is a part of itself",
        with(json!({"allOf": list(&["Answer"])})),
    );
    snapshot(
        "all of two components that disagree",
        with(json!({"allOf": list(&["A", "OtherA"])})),
    );
}

#[test]
fn documents_of_other_kinds() {
    let good = || received(json!({"type": "string"}));
    let mut dialect = good();
    dialect["openapi"] = json!("3.1.0");
    snapshot("OpenAPI 3_1", dialect);
    let mut version = good();
    version["info"]["version"] = json!("1 – bêta");
    snapshot("a version that is not ASCII", version);
    let mut nameless = good();
    nameless["paths"]["/it"]["get"]
        .as_object_mut()
        .unwrap()
        .remove("operationId");
    snapshot("an operation without a name", nameless);
    let mut effectless = good();
    effectless["paths"]["/it"]["get"]["x-effect"] = json!("maybe");
    snapshot("an operation without a known effect", effectless);
    let mut elsewhere = good();
    elsewhere["paths"]["/it"] = json!({"$ref": "other.json"});
    snapshot("a path in another file", elsewhere);
    let mut told = good();
    told["x-callbacks"] = json!({"Paid": {}});
    snapshot("callbacks that are no list", told);
    let mut callbacks = good();
    callbacks["paths"]["/it"]["get"]["callbacks"] = json!({});
    snapshot("callbacks of an operation", callbacks);
}

#[test]
fn the_normalised_documents_of_all_providers() {
    let specs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    for source in xtask::providers(&specs).unwrap() {
        let text = serde_json::to_string_pretty(&api(&source).unwrap().document).unwrap();
        insta::with_settings!({omit_expression => true}, {
            insta::assert_snapshot!(format!("provider_{}", source.provider), text);
        });
    }
}
