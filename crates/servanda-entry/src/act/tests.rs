//! Golden bytes of every act, and what a reader refuses.

use expect_test::{Expect, expect};
use servanda_model::{Kind, RecordId};

use super::{Act, Decoded, Erase, Ground, PartReference, Retract, State, Unreadable, decode};

fn part(role: &str, language: Option<&str>) -> PartReference {
    PartReference {
        commitment: "ab".repeat(32),
        language: language.map(str::to_owned),
        media: "text/plain".to_owned(),
        role: role.to_owned(),
    }
}

fn state() -> Act {
    Act::State(State {
        account: "operator".to_owned(),
        at: 1_763_856_000,
        record: RecordId::from_bits(12),
        kind: Kind::Commitment,
        base: None,
        parts: vec![part("facts", None), part("title", Some("fr"))],
    })
}

#[track_caller]
fn check(act: &Act, golden: &Expect) {
    let bytes = act.encode().expect("a well-formed act");
    golden.assert_eq(&String::from_utf8_lossy(&bytes));
    assert_eq!(decode(&bytes), Ok(Decoded::Act(act.clone())));
}

#[test]
fn a_statement_has_these_bytes_for_ever() {
    check(
        &state(),
        &expect![[
            r#"{"account":"operator","act":"state","at":1763856000,"content":"9c52f0018ec9c85699b5515ef30e7f0040340ec525b81289b35b8ec5a53d93f0","kind":"commitment","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"facts"},{"commitment":"abababababababababababababababababababababababababababababababab","language":"fr","media":"text/plain","role":"title"}],"record":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn a_retraction_has_these_bytes_for_ever() {
    let act = Act::Retract(Retract {
        account: "operator".to_owned(),
        at: 1_763_856_000,
        record: RecordId::from_bits(12),
        leaf: "cd".repeat(32),
        parts: vec![part("reason", Some("en"))],
    });
    check(
        &act,
        &expect![[
            r#"{"account":"operator","act":"retract","at":1763856000,"leaf":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","language":"en","media":"text/plain","role":"reason"}],"record":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn an_erasure_has_these_bytes_for_ever() {
    let act = Act::Erase(Erase {
        account: "operator".to_owned(),
        at: 1_763_856_000,
        record: RecordId::from_bits(12),
        part: "ab".repeat(32),
        ground: Ground::PersonalData,
    });
    check(
        &act,
        &expect![[
            r#"{"account":"operator","act":"erase","at":1763856000,"ground":"personal-data","part":"abababababababababababababababababababababababababababababababab","record":"000000000c","v":1}"#
        ]],
    );
}

#[track_caller]
fn refused(change: impl Fn(&str) -> String, why: Unreadable) {
    let bytes = state().encode().expect("a well-formed act");
    let changed = change(&String::from_utf8(bytes).expect("ASCII"));
    assert_eq!(decode(changed.as_bytes()), Err(why), "{changed}");
}

#[test]
fn what_is_not_an_entry_is_refused() {
    use Unreadable as U;
    refused(|text| text.replace("operator", "two words"), U::NotInTheGrammar);
    refused(|text| text.replace("operator", "Zoé"), U::NotInTheGrammar);
    refused(|text| text.replace("operator", &"x".repeat(129)), U::NotInTheGrammar);
    refused(|text| text.replace("1763856000", "1.5"), U::NotInTheGrammar);
    refused(|text| text.replace("1763856000", "null"), U::NotInTheGrammar);
    refused(|text| text.replace(':', ": "), U::NotCanonical);
    refused(|text| text.replace("{\"account\"", "{\"account\":\"a\",\"account\""), U::NotCanonical);
    refused(|text| text.replace("\"at\"", "\"on\""), U::NotCanonical);
    refused(|text| text.replace("\"v\":1", "\"v\":1,\"w\":1"), U::Malformed);
    refused(|text| text.replace("\"language\":\"fr\"", "\"language\":\"de\""), U::Malformed);
    refused(|text| text.replace("\"language\":\"fr\"", "\"language\":\"FR\""), U::Malformed);
    refused(|text| text.replace("1763856000", "9007199254740992"), U::NotInTheGrammar);
    refused(|text| text.replace("\"role\":\"title\"", "\"role\":\"name\""), U::ContentMismatch);
    refused(|text| format!("{text}{}", " ".repeat(4096)), U::TooLong);
}

#[test]
fn a_later_version_is_kept_without_effect() {
    let later = String::from_utf8(state().encode().expect("well formed")).expect("ASCII");
    let later = later.replace("\"v\":1", "\"v\":2");
    assert_eq!(decode(later.as_bytes()), Ok(Decoded::NotUnderstood));
}

#[test]
fn a_manifest_names_each_text_once() {
    let Act::State(mut state) = state() else { panic!("a statement") };
    state.parts.push(part("title", Some("fr")));
    assert_eq!(Act::State(state).encode(), Err(Unreadable::Malformed));
}
