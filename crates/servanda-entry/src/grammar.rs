//! What may stand in an entry: identifiers and whole numbers, in canonical form, nothing else.

use serde_json::Value;

/// The most bytes a string in an entry may have.
pub(crate) const STRING_BYTES_MAX: usize = 128;

/// The largest whole number: every reader of JSON holds it exactly (RFC 8785).
pub(crate) const INTEGER_MAX: u64 = (1 << 53) - 1;

/// Whether a string may stand in an entry: `[A-Za-z0-9:/._+=-]`, 1 to 128 bytes.
pub(crate) fn is_identifier(text: &str) -> bool {
    (1..=STRING_BYTES_MAX).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/._+=-".contains(&byte))
}

/// Whether every key and value may stand in an entry.
pub(crate) fn is_closed(value: &Value) -> bool {
    match value {
        Value::String(text) => is_identifier(text),
        Value::Number(number) => {
            number.as_i64().is_some_and(|number| number.unsigned_abs() <= INTEGER_MAX)
        }
        Value::Array(items) => items.iter().all(is_closed),
        Value::Object(fields) => {
            fields.iter().all(|(key, value)| is_identifier(key) && is_closed(value))
        }
        Value::Null | Value::Bool(_) => false,
    }
}
