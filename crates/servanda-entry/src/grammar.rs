//! What may stand in an entry: identifiers and whole numbers, in canonical form, nothing else.

use serde_json::Value;

use crate::act::ASSERTION;

/// The most bytes a string in an entry may have.
pub(crate) const STRING_BYTES_MAX: usize = 128;

/// The most bytes of a string in the signature of a passkey: client data hold an address.
pub(crate) const SIGNED_BYTES_MAX: usize = 2_048;

/// The largest whole number: every reader of JSON holds it exactly (RFC 8785).
pub(crate) const INTEGER_MAX: u64 = (1 << 53) - 1;

/// Whether a string may stand in an entry: `[A-Za-z0-9:/._+=-]`, 1 to 128 bytes.
pub(crate) fn is_identifier(text: &str) -> bool {
    is_spelled(text, STRING_BYTES_MAX)
}

fn is_spelled(text: &str, bytes_max: usize) -> bool {
    (1..=bytes_max).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/._+=-".contains(&byte))
}

/// Whether every key and value may stand in an entry.
pub(crate) fn is_closed(value: &Value) -> bool {
    let Value::Object(fields) = value else { return is_closed_in(value, STRING_BYTES_MAX) };
    fields.iter().all(|(key, value)| {
        let bytes_max = if key == ASSERTION { SIGNED_BYTES_MAX } else { STRING_BYTES_MAX };
        is_identifier(key) && is_closed_in(value, bytes_max)
    })
}

fn is_closed_in(value: &Value, bytes_max: usize) -> bool {
    match value {
        Value::String(text) => is_spelled(text, bytes_max),
        Value::Number(number) => {
            number.as_i64().is_some_and(|number| number.unsigned_abs() <= INTEGER_MAX)
        }
        Value::Array(items) => items.iter().all(|item| is_closed_in(item, bytes_max)),
        Value::Object(fields) => {
            fields.iter().all(|(key, value)| is_identifier(key) && is_closed_in(value, bytes_max))
        }
        Value::Null | Value::Bool(_) => false,
    }
}
