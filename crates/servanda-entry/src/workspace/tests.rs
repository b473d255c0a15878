//! Golden bytes of the acts of a workspace, and what a reader refuses.

use expect_test::{Expect, expect};
use servanda_model::{FindingPlace, Kind, RecordId};

use super::{
    Assign, Close, Comment, Decide, DraftAct, Keep, PutAway, Receive, Relate, Related, Tick, What,
    Why, WorkspaceAct, WorkspaceDecoded, decode,
};
use crate::PartReference;
use crate::act::Unreadable;

fn part(role: &str) -> PartReference {
    PartReference {
        audience: None,
        commitment: "ab".repeat(32),
        language: None,
        media: "text/plain".to_owned(),
        role: role.to_owned(),
    }
}

#[track_caller]
fn check(act: &WorkspaceAct, golden: &Expect) {
    let bytes = act.encode().expect("a well-formed act");
    golden.assert_eq(&String::from_utf8_lossy(&bytes));
    assert_eq!(decode(&bytes), Ok(WorkspaceDecoded::Act(act.clone())));
}

#[test]
fn acts_of_a_workspace_have_these_bytes_for_ever() {
    let (account, at) = ("k3v9s0x1qz".to_owned(), 1_763_856_000);
    let draft = RecordId::from_bits(77);
    check(
        &WorkspaceAct::Draft(DraftAct {
            account: account.clone(),
            at,
            draft: draft.clone(),
            record: RecordId::from_bits(12),
            kind: Kind::Commitment,
            correct: None,
            parts: vec![part("facts")],
        }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"draft","at":1763856000,"draft":"000000002d","kind":"commitment","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"facts"}],"record":"000000000c","v":1}"#
        ]],
    );
    let proposal = Some("cd".repeat(32));
    check(
        &WorkspaceAct::Close(Close {
            account: account.clone(),
            at,
            draft: draft.clone(),
            proposal,
        }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"close","at":1763856000,"draft":"000000002d","proposal":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","v":1}"#
        ]],
    );
    let about = "0000000025".to_owned();
    check(
        &WorkspaceAct::Comment(Comment {
            account: account.clone(),
            at,
            about,
            to: None,
            parts: vec![part("comment")],
        }),
        &expect![[
            r#"{"about":"0000000025","account":"k3v9s0x1qz","act":"comment","at":1763856000,"parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"comment"}],"v":1}"#
        ]],
    );
}

#[test]
fn acts_among_the_people_of_a_side_have_these_bytes_for_ever() {
    let (account, at) = ("k3v9s0x1qz".to_owned(), 1_763_856_000);
    let (draft, about) = (RecordId::from_bits(77), "0000000025".to_owned());
    let to = Some("k3v9s0x1qw".to_owned());
    let parts = vec![part("comment")];
    check(
        &WorkspaceAct::Comment(Comment {
            account: account.clone(),
            at,
            about,
            to: to.clone(),
            parts,
        }),
        &expect![[
            r#"{"about":"0000000025","account":"k3v9s0x1qz","act":"comment","at":1763856000,"parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"comment"}],"to":"k3v9s0x1qw","v":1}"#
        ]],
    );
    check(
        &WorkspaceAct::Assign(Assign { account: account.clone(), at, draft: draft.clone(), to }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"assign","at":1763856000,"draft":"000000002d","to":"k3v9s0x1qw","v":1}"#
        ]],
    );
    check(
        &WorkspaceAct::Assign(Assign { account: account.clone(), at, draft, to: None }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"assign","at":1763856000,"draft":"000000002d","v":1}"#
        ]],
    );
    let parts = vec![part("typed")];
    let (account_of_it, of) = (account.clone(), RecordId::from_bits(77));
    check(
        &WorkspaceAct::Keep(Keep { account: account_of_it, at, draft: of, seen: 3, parts }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"keep","at":1763856000,"draft":"000000002d","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"typed"}],"seen":3,"v":1}"#
        ]],
    );
    check(
        &WorkspaceAct::Tick(Tick { account, at, comment: 12 }),
        &expect![[r#"{"account":"k3v9s0x1qz","act":"tick","at":1763856000,"comment":12,"v":1}"#]],
    );
}

#[test]
fn nobody_is_told_by_a_name() {
    let (account, about) = ("k3v9s0x1qz".to_owned(), "0000000025".to_owned());
    let (to, parts) = (Some("Oda".to_owned()), vec![part("comment")]);
    let comment = Comment { account, at: 1, about, to, parts };
    assert_eq!(WorkspaceAct::Comment(comment).encode(), Err(Unreadable::Malformed));
}

#[test]
fn a_comment_says_one_thing() {
    let (account, about) = ("k3v9s0x1qz".to_owned(), "0000000025".to_owned());
    for parts in [Vec::new(), vec![part("facts")], vec![part("comment"), part("facts")]] {
        let (account, about) = (account.clone(), about.clone());
        let comment = Comment { account, at: 1, about, to: None, parts };
        assert_eq!(WorkspaceAct::Comment(comment).encode(), Err(Unreadable::Malformed));
    }
}

#[test]
fn an_act_of_the_public_journal_is_not_understood_here() {
    let entry = br#"{"account":"a","act":"seal","acceptances":[],"at":1,"proposal":"00","v":1}"#;
    assert_eq!(decode(entry), Err(Unreadable::NotCanonical));
    let entry = br#"{"account":"a","act":"seal","at":1,"v":1}"#;
    assert_eq!(decode(entry), Ok(WorkspaceDecoded::NotUnderstood));
}

#[test]
fn one_form_is_kept_at_a_time() {
    for parts in [vec![part("comment")], vec![part("typed"), part("typed")]] {
        let (account, draft) = ("k3v9s0x1qz".to_owned(), RecordId::from_bits(77));
        let keep = Keep { account, at: 1, draft, seen: 1, parts };
        assert_eq!(WorkspaceAct::Keep(keep).encode(), Err(Unreadable::Malformed));
    }
}

fn finding(text: &str) -> FindingPlace {
    FindingPlace::parse(text).expect("a place")
}

/// A decision to dismiss a finding.
fn dismissal() -> Decide {
    Decide {
        account: "k3v9s0x1qz".to_owned(),
        at: 1_763_856_000,
        document: RecordId::from_bits(99),
        finding: finding("undertaking:120-188"),
        what: What::Dismiss,
        draft: None,
        into: None,
        why: Some(Why::Outside),
        parts: vec![part("passage"), part("reason")],
    }
}

#[test]
fn acts_about_documents_have_these_bytes_for_ever() {
    let (account, at) = ("k3v9s0x1qz".to_owned(), 1_763_856_000);
    let document = RecordId::from_bits(99);
    check(
        &WorkspaceAct::Receive(Receive {
            account: account.clone(),
            at,
            document: document.clone(),
            record: RecordId::from_bits(12),
            parts: vec![part("file-name"), part("original"), part("reading"), part("text")],
        }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"receive","at":1763856000,"document":"0000000033","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"file-name"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"original"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"reading"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"text"}],"record":"000000000c","v":1}"#
        ]],
    );
    check(
        &WorkspaceAct::Decide(dismissal()),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"decide","at":1763856000,"document":"0000000033","finding":"undertaking:120-188","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"passage"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"reason"}],"v":1,"what":"dismiss","why":"outside"}"#
        ]],
    );
    let parts = vec![part("passage")];
    let draft = Some(RecordId::from_bits(77));
    let why = None;
    check(
        &WorkspaceAct::Decide(Decide { what: What::TakeUp, draft, why, parts, ..dismissal() }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"decide","at":1763856000,"document":"0000000033","draft":"000000002d","finding":"undertaking:120-188","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"passage"}],"v":1,"what":"take-up"}"#
        ]],
    );
    let parts = vec![part("passage")];
    let into = Some(finding("result:4-9"));
    check(
        &WorkspaceAct::Decide(Decide { what: What::Merge, into, why, parts, ..dismissal() }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"decide","at":1763856000,"document":"0000000033","finding":"undertaking:120-188","into":"result:4-9","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"passage"}],"v":1,"what":"merge"}"#
        ]],
    );
    let parts = Vec::new();
    check(
        &WorkspaceAct::Decide(Decide { what: What::Undo, why, parts, ..dismissal() }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"decide","at":1763856000,"document":"0000000033","finding":"undertaking:120-188","parts":[],"v":1,"what":"undo"}"#
        ]],
    );
    check(
        &WorkspaceAct::PutAway(PutAway { account, at, document }),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"put-away","at":1763856000,"document":"0000000033","v":1}"#
        ]],
    );
}

#[test]
fn a_decision_says_what_its_sort_says_and_no_more() {
    let refused = |decide: Decide| {
        assert_eq!(
            WorkspaceAct::Decide(decide.clone()).encode(),
            Err(Unreadable::Malformed),
            "{decide:?}"
        );
    };
    let draft = Some(RecordId::from_bits(77));
    refused(Decide { why: None, ..dismissal() });
    refused(Decide { draft: draft.clone(), ..dismissal() });
    refused(Decide { parts: Vec::new(), ..dismissal() });
    refused(Decide { parts: vec![part("reason")], ..dismissal() });
    refused(Decide { what: What::TakeUp, why: None, ..dismissal() });
    refused(Decide { what: What::TakeUp, why: None, draft, ..dismissal() });
    refused(Decide { what: What::Undo, why: None, ..dismissal() });
    let itself = Some(finding("undertaking:120-188"));
    let parts = vec![part("passage")];
    refused(Decide { what: What::Merge, why: None, into: itself, parts, ..dismissal() });
    let (account, at, document) = ("k3v9s0x1qz".to_owned(), 1, RecordId::from_bits(1));
    let record = document.clone();
    let parts = vec![part("original"), part("file-name"), part("reading"), part("text")];
    let received = WorkspaceAct::Receive(Receive { account, at, document, record, parts });
    assert_eq!(received.encode(), Err(Unreadable::Malformed));
}

fn changed() -> Relate {
    Relate {
        account: "k3v9s0x1qz".to_owned(),
        at: 1_763_856_000,
        before: RecordId::from_bits(77),
        after: RecordId::from_bits(78),
        earlier: FindingPlace::parse("undertaking:120-188").ok(),
        later: FindingPlace::parse("undertaking:12-80").ok(),
        what: Related::Changed,
        parts: vec![part("earlier"), part("later")],
    }
}

#[test]
fn what_became_of_a_finding_has_these_bytes_for_ever() {
    check(
        &WorkspaceAct::Relate(changed()),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"relate","after":"000000002e","at":1763856000,"before":"000000002d","earlier":"undertaking:120-188","later":"undertaking:12-80","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"earlier"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"later"}],"v":1,"what":"changed"}"#
        ]],
    );
    let alone =
        Relate { later: None, what: Related::Gone, parts: vec![part("earlier")], ..changed() };
    check(
        &WorkspaceAct::Relate(alone),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"relate","after":"000000002e","at":1763856000,"before":"000000002d","earlier":"undertaking:120-188","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"earlier"}],"v":1,"what":"gone"}"#
        ]],
    );
    let undone = Relate { what: Related::Undo, parts: Vec::new(), ..changed() };
    check(
        &WorkspaceAct::Relate(undone),
        &expect![[
            r#"{"account":"k3v9s0x1qz","act":"relate","after":"000000002e","at":1763856000,"before":"000000002d","earlier":"undertaking:120-188","later":"undertaking:12-80","parts":[],"v":1,"what":"undo"}"#
        ]],
    );
}

#[test]
fn what_became_of_a_finding_names_what_it_needs_and_no_more() {
    let refused = |act: Relate| {
        assert_eq!(WorkspaceAct::Relate(act).encode(), Err(Unreadable::Malformed));
    };
    refused(Relate { later: None, ..changed() });
    refused(Relate { what: Related::Gone, ..changed() });
    refused(Relate { what: Related::New, ..changed() });
    refused(Relate { what: Related::Undo, ..changed() });
    refused(Relate { parts: vec![part("later"), part("earlier")], ..changed() });
    refused(Relate { parts: vec![part("earlier")], ..changed() });
    refused(Relate { after: changed().before, ..changed() });
    refused(Relate {
        earlier: None,
        later: None,
        what: Related::Undo,
        parts: Vec::new(),
        ..changed()
    });
    let apart = Relate { earlier: None, parts: vec![part("later")], ..changed() };
    refused(Relate { what: Related::Apart, ..apart });
}
