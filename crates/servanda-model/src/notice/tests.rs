//! Who is told of what, and when a mail is due.

use expect_test::expect;

use super::{Happening, MailChoice, NoticeKind};
use crate::permission::{AccountRole, Grant, Seat};

fn seat(voice: &str) -> Seat {
    Seat { partnership: "wells".to_owned(), voice: voice.to_owned() }
}

fn happening(kind: NoticeKind) -> Happening {
    Happening {
        kind,
        by: seat("no"),
        account: "somebody".to_owned(),
        at: 1_000,
        is_between_parties: false,
        to: None,
    }
}

fn is_told(happening: &Happening, grant: &Grant, since: i64) -> bool {
    let parties = ["no".to_owned(), "so".to_owned()];
    happening.told("me", &[(grant, since)], &parties).is_some()
}

#[test]
fn this_is_who_is_told_of_what_the_north_does() {
    let mut table = String::new();
    for role in AccountRole::ALL {
        for voice in ["no", "so", "youth"] {
            let own = (!role.is_of_installation()).then(|| seat(voice));
            let grant = Grant::new(role, own).expect("a role with its seat");
            let told = NoticeKind::ALL.into_iter().filter(|it| is_told(&happening(*it), &grant, 0));
            let told: Vec<&str> = told.map(NoticeKind::code).collect();
            let told = if told.is_empty() { "nothing".to_owned() } else { told.join(" ") };
            table.extend([role.code(), " ", voice, ": ", &told, "\n"]);
        }
    }
    expect![[r#"
        administrator no: nothing
        administrator so: nothing
        administrator youth: nothing
        registrar no: agreed commented disputed diverged
        registrar so: agreed disputed diverged
        registrar youth: agreed disputed diverged
        co-chair no: proposed accepted objected withdrawn agreed commented disputed diverged
        co-chair so: proposed accepted objected withdrawn agreed disputed diverged
        co-chair youth: agreed disputed diverged
        secretariat no: proposed accepted objected withdrawn agreed commented disputed diverged
        secretariat so: proposed accepted objected withdrawn agreed disputed diverged
        secretariat youth: agreed disputed diverged
        officer no: proposed accepted objected withdrawn agreed commented disputed diverged
        officer so: proposed accepted objected withdrawn agreed disputed diverged
        officer youth: agreed disputed diverged
        delegate no: proposed accepted objected withdrawn agreed commented disputed diverged
        delegate so: proposed accepted objected withdrawn agreed disputed diverged
        delegate youth: agreed disputed diverged
        observer no: agreed commented disputed diverged
        observer so: agreed disputed diverged
        observer youth: agreed disputed diverged
    "#]]
    .assert_eq(&table);
}

#[test]
fn who_is_named_is_told_so_and_not_with_the_others() {
    let grant = |voice| Grant::new(AccountRole::Officer, Some(seat(voice))).expect("a role");
    let named = |kind, to: &str| Happening { to: Some(to.to_owned()), ..happening(kind) };
    for kind in [NoticeKind::Told, NoticeKind::Assigned] {
        assert!(is_told(&named(kind, "me"), &grant("no"), 0));
        assert!(!is_told(&named(kind, "me"), &grant("so"), 0), "only of that side");
        assert!(!is_told(&named(kind, "another"), &grant("no"), 0));
    }
    assert!(!is_told(&named(NoticeKind::Commented, "me"), &grant("no"), 0));
    assert!(is_told(&named(NoticeKind::Commented, "another"), &grant("no"), 0));
}

#[test]
fn a_comment_on_a_proposal_is_for_those_who_may_see_it() {
    let about = Happening { is_between_parties: true, ..happening(NoticeKind::Commented) };
    let grant = |role, voice| Grant::new(role, Some(seat(voice))).expect("a role");
    assert!(is_told(&about, &grant(AccountRole::Officer, "no"), 0));
    assert!(!is_told(&about, &grant(AccountRole::Registrar, "no"), 0));
    assert!(!is_told(&about, &grant(AccountRole::Officer, "so"), 0));
}

#[test]
fn nobody_is_told_what_they_did_or_what_was_before_them_or_elsewhere() {
    let grant = Grant::new(AccountRole::Officer, Some(seat("so"))).expect("a role");
    let proposed = happening(NoticeKind::Proposed);
    assert!(is_told(&proposed, &grant, 1_000));
    assert!(!is_told(&proposed, &grant, 1_001));
    assert!(!is_told(&Happening { account: "me".to_owned(), ..proposed.clone() }, &grant, 0));
    let elsewhere = Seat { partnership: "canals".to_owned(), voice: "so".to_owned() };
    assert!(!is_told(&Happening { by: elsewhere, ..proposed }, &grant, 0));
}

#[test]
fn a_mail_is_due_at_once_on_the_hour_or_on_monday() {
    // Thursday 1 January 1970; Monday is the 5th.
    let noon = 12 * 3_600;
    assert_eq!(MailChoice::AtOnce.due(5, 12), Some(5));
    assert_eq!(MailChoice::Daily.due(noon - 1, 12), Some(noon));
    assert_eq!(MailChoice::Daily.due(noon, 12), Some(86_400 + noon));
    assert_eq!(MailChoice::Weekly.due(0, 12), Some(4 * 86_400 + noon));
    assert_eq!(MailChoice::Weekly.due(4 * 86_400 + noon, 12), Some(11 * 86_400 + noon));
    assert_eq!(MailChoice::Never.due(0, 12), None);
}

#[test]
fn choices_are_known_by_their_codes() {
    for choice in MailChoice::ALL {
        assert_eq!(MailChoice::find(choice.code()), Some(choice));
    }
    assert_eq!(MailChoice::find("hourly"), None);
}
