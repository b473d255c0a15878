//! Golden bytes of every act, and what a reader refuses.

use expect_test::{Expect, expect};
use servanda_model::{Kind, Language, RecordId};

use super::{
    AB_INITIO, Accept, Act, Assertion, Decoded, Erase, Ground, Key, Object, PARTIES, PartReference,
    Propose, Remark, Retract, Reveal, Revoke, Seal, State, Together, Unreadable, Withdraw, decode,
};

fn part(role: &str, language: Option<&str>) -> PartReference {
    PartReference {
        audience: None,
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

fn propose() -> Propose {
    let mut title = part("title", Some("fr"));
    title.audience = Some(PARTIES.to_owned());
    Propose {
        account: "k3v9s0x1qz".to_owned(),
        at: 1_763_856_000,
        assertion: None,
        nonce: None,
        record: RecordId::from_bits(12),
        kind: Kind::Commitment,
        mandate: "co-chair".to_owned(),
        base: Some("cd".repeat(32)),
        correct: None,
        authentic: vec![Language::English, Language::French],
        parts: vec![part("facts", None), title],
    }
}

#[test]
fn acts_between_parties_have_these_bytes_for_ever() {
    let (account, at, record) = ("k3v9s0x1qz".to_owned(), 1_763_856_000, RecordId::from_bits(12));
    let (mandate, of) = ("secretariat".to_owned(), "ca".to_owned());
    let (proposal, leaf) = ("12".repeat(32), "34".repeat(32));
    let content = propose().content().expect("a digest");
    check(
        &Act::Propose(propose()),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"propose","at":1763856000,"authentic":["en","fr"],"base":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","content":"0736222901b1f9ae820da46f6513aef8ad96d001411d6df370c387537c816ea1","kind":"commitment","mandate":"co-chair","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"facts"},{"audience":"parties","commitment":"abababababababababababababababababababababababababababababababab","language":"fr","media":"text/plain","role":"title"}],"record":"000000000c","v":1}"#
        ]],
    );
    check(
        &Act::Accept(Accept {
            account: account.clone(),
            at,
            assertion: None,
            nonce: None,
            record: record.clone(),
            mandate: mandate.clone(),
            base: None,
            of: of.clone(),
            proposal: proposal.clone(),
            content,
        }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"accept","at":1763856000,"content":"0736222901b1f9ae820da46f6513aef8ad96d001411d6df370c387537c816ea1","mandate":"secretariat","of":"ca","proposal":"1212121212121212121212121212121212121212121212121212121212121212","record":"000000000c","v":1}"#
        ]],
    );
    check(
        &Act::Seal(Seal {
            account: "installation".to_owned(),
            at,
            record: record.clone(),
            proposal: proposal.clone(),
            acceptances: vec![leaf.clone()],
        }),
        &expect![[
            r#"{"acceptances":["3434343434343434343434343434343434343434343434343434343434343434"],"account":"installation","act":"seal","at":1763856000,"proposal":"1212121212121212121212121212121212121212121212121212121212121212","record":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn answers_with_a_reason_have_these_bytes_for_ever() {
    let (account, at, record) = ("k3v9s0x1qz".to_owned(), 1_763_856_000, RecordId::from_bits(12));
    let (mandate, of) = ("secretariat".to_owned(), "ca".to_owned());
    let (proposal, leaf) = ("12".repeat(32), "34".repeat(32));
    check(
        &Act::Withdraw(Withdraw {
            account: account.clone(),
            at,
            assertion: None,
            nonce: None,
            record: record.clone(),
            mandate: mandate.clone(),
            proposal: proposal.clone(),
            parts: Vec::new(),
        }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"withdraw","at":1763856000,"mandate":"secretariat","parts":[],"proposal":"1212121212121212121212121212121212121212121212121212121212121212","record":"000000000c","v":1}"#
        ]],
    );
    check(
        &Act::Object(Object {
            account: account.clone(),
            at,
            record: record.clone(),
            mandate,
            of,
            proposal,
            parts: vec![part("reason", Some("es"))],
        }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"object","at":1763856000,"mandate":"secretariat","of":"ca","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","language":"es","media":"text/plain","role":"reason"}],"proposal":"1212121212121212121212121212121212121212121212121212121212121212","record":"000000000c","v":1}"#
        ]],
    );
    check(
        &Act::Reveal(Reveal { account, at, record, leaf }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"reveal","at":1763856000,"leaf":"3434343434343434343434343434343434343434343434343434343434343434","record":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn remarks_have_these_bytes_for_ever() {
    let remark = Remark {
        account: "k3v9s0x1qz".to_owned(),
        at: 1_763_856_000,
        record: RecordId::from_bits(12),
        mandate: "co-chair".to_owned(),
        leaf: "34".repeat(32),
        parts: vec![part("reason", Some("en"))],
    };
    check(
        &Act::Dispute(remark.clone()),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"dispute","at":1763856000,"leaf":"3434343434343434343434343434343434343434343434343434343434343434","mandate":"co-chair","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","language":"en","media":"text/plain","role":"reason"}],"record":"000000000c","v":1}"#
        ]],
    );
    check(
        &Act::Diverge(remark),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"diverge","at":1763856000,"leaf":"3434343434343434343434343434343434343434343434343434343434343434","mandate":"co-chair","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","language":"en","media":"text/plain","role":"reason"}],"record":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn what_a_passkey_signed_stands_beside_the_rest_and_is_not_signed_itself() {
    let assertion = Assertion {
        authenticator: "QUFB".to_owned(),
        client: "QkJC".repeat(100),
        key: "56".repeat(32),
        signature: "Q0ND".to_owned(),
        together: Some(Together {
            index: 1,
            path: vec!["78".repeat(32)],
            root: "9a".repeat(32),
            size: 2,
        }),
    };
    let plain = Act::Withdraw(Withdraw {
        account: "k3v9s0x1qz".to_owned(),
        at: 1_763_856_000,
        assertion: None,
        nonce: None,
        record: RecordId::from_bits(12),
        mandate: "co-chair".to_owned(),
        proposal: "12".repeat(32),
        parts: Vec::new(),
    });
    let nonce = || Some("bc".repeat(32));
    let signed = plain.clone().with_signature(nonce(), Some(assertion.clone()));
    let with_short_data = plain.clone().with_signature(
        nonce(),
        Some(Assertion { client: "QkJC".to_owned(), ..assertion.clone() }),
    );
    check(
        &with_short_data,
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"withdraw","assertion":{"authenticator":"QUFB","client":"QkJC","key":"5656565656565656565656565656565656565656565656565656565656565656","signature":"Q0ND","together":{"index":1,"path":["7878787878787878787878787878787878787878787878787878787878787878"],"root":"9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a","size":2}},"at":1763856000,"mandate":"co-chair","nonce":"bcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbc","parts":[],"proposal":"1212121212121212121212121212121212121212121212121212121212121212","record":"000000000c","v":1}"#
        ]],
    );
    let to_sign = signed.to_sign().expect("well formed");
    expect![[r#"{"account":"k3v9s0x1qz","act":"withdraw","at":1763856000,"mandate":"co-chair","nonce":"bcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbc","parts":[],"proposal":"1212121212121212121212121212121212121212121212121212121212121212","record":"000000000c","v":1}"#]].assert_eq(&String::from_utf8_lossy(&to_sign));
    assert_eq!(plain.clone().with_signature(nonce(), None).to_sign(), Ok(to_sign));
    // Longer strings stand in a signature only, and it stands with its nonce or not at all.
    let bytes = signed.encode().expect("client data are long");
    let moved = String::from_utf8(bytes).expect("ASCII").replace("\"assertion\"", "\"assertioo\"");
    assert_eq!(decode(moved.as_bytes()), Err(Unreadable::NotInTheGrammar));
    let alone = plain.clone().with_signature(None, Some(assertion));
    assert_eq!(alone.encode(), Err(Unreadable::Malformed));
    assert_eq!(plain.with_signature(nonce(), None).encode(), Err(Unreadable::Malformed));
}

#[test]
fn acts_about_keys_have_these_bytes_for_ever() {
    let (account, at) = ("k3v9s0x1qz".to_owned(), 1_763_856_000);
    let key = Key {
        account: account.clone(),
        at,
        domain: "register.example".to_owned(),
        key: "es256:A5kO".to_owned(),
        site: "https://register.example".to_owned(),
    };
    check(
        &Act::Key(key),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"key","at":1763856000,"domain":"register.example","key":"es256:A5kO","site":"https://register.example","v":1}"#
        ]],
    );
    check(
        &Act::Revoke(Revoke { account, at, key: "56".repeat(32) }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"revoke","at":1763856000,"key":"5656565656565656565656565656565656565656565656565656565656565656","v":1}"#
        ]],
    );
}

#[test]
fn a_proposal_names_its_languages_in_order() {
    let bytes = Act::Propose(propose()).encode().expect("well formed");
    let text = String::from_utf8(bytes).expect("ASCII");
    for wrong in [r#"["fr","en"]"#, r#"["en","en"]"#, r#"["en","de"]"#, "[]", r#"["EN","fr"]"#] {
        let changed = text.replace(r#"["en","fr"]"#, wrong);
        assert_eq!(decode(changed.as_bytes()), Err(Unreadable::Malformed), "{wrong}");
    }
}

#[test]
fn only_acts_between_parties_hold_what_is_for_the_parties() {
    let Act::State(mut state) = state() else { panic!("a statement") };
    for part in &mut state.parts {
        part.audience = Some(PARTIES.to_owned());
    }
    assert_eq!(Act::State(state).encode(), Err(Unreadable::Malformed));
    let mut proposal = propose();
    proposal.parts[1].audience = Some("friends".to_owned());
    assert_eq!(Act::Propose(proposal).encode(), Err(Unreadable::Malformed));
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

#[test]
fn a_correction_has_these_bytes_for_ever() {
    let mut correction = propose();
    correction.correct = Some(AB_INITIO.to_owned());
    correction.parts.push(part("correction", Some("fr")));
    check(
        &Act::Propose(correction),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"propose","at":1763856000,"authentic":["en","fr"],"base":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","content":"3a6de7df06ab52a1fbead809c8beadab46b961d9fbddca7e1f49310d99ff98ef","correct":"ab-initio","kind":"commitment","mandate":"co-chair","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"facts"},{"audience":"parties","commitment":"abababababababababababababababababababababababababababababababab","language":"fr","media":"text/plain","role":"title"},{"commitment":"abababababababababababababababababababababababababababababababab","language":"fr","media":"text/plain","role":"correction"}],"record":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn only_a_correction_of_an_agreed_version_says_what_was_wrong() {
    let wrong = |change: &dyn Fn(&mut Propose)| {
        let mut act = propose();
        act.correct = Some(AB_INITIO.to_owned());
        act.parts.push(part("correction", Some("fr")));
        change(&mut act);
        assert_eq!(Act::Propose(act).encode(), Err(Unreadable::Malformed));
    };
    wrong(&|act| act.base = None);
    wrong(&|act| act.correct = None);
    wrong(&|act| act.correct = Some("from-now".to_owned()));
    wrong(&|act| drop(act.parts.pop()));
}
