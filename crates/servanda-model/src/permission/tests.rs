//! The whole table, written out.

use std::fmt::Write as _;

use expect_test::expect;

use super::{AccountRole, Action, Grant, NotAGrant, Seat};

#[test]
fn this_is_who_may_do_what() {
    let mut table = String::new();
    for role in AccountRole::ALL {
        let may = Action::ALL.into_iter().filter(|action| role.may(*action));
        let may: Vec<String> = may.map(|action| format!("{action:?}")).collect();
        writeln!(table, "{}: {}", role.code(), may.join(", ")).expect("a string");
    }
    expect![[r#"
        administrator: ManageAccounts
        registrar: SeeWorkspace, Draft, Comment, Erase, StateDocumented
        co-chair: SeeWorkspace, SeeProposals, Draft, Comment, Propose, Accept, Object, Withdraw, Reveal, Erase, StateOwn
        secretariat: SeeWorkspace, SeeProposals, Draft, Comment, Propose, Accept, Object, Withdraw, Reveal, Erase, StateOwn
        officer: SeeWorkspace, SeeProposals, Draft, Comment
        delegate: SeeWorkspace, SeeProposals, Draft, Comment
        observer: SeeWorkspace, Draft, Comment, Erase, StateOwn
    "#]].assert_eq(&table);
}

fn seat(partnership: &str, voice: &str) -> Seat {
    Seat { partnership: partnership.to_owned(), voice: voice.to_owned() }
}

#[test]
fn a_role_counts_for_its_own_voice_and_partnership_only() {
    let grant = Grant::new(AccountRole::CoChair, Some(seat("wells", "north"))).expect("a grant");
    assert!(grant.may(Action::Propose, "wells", "north"));
    assert!(!grant.may(Action::Propose, "wells", "south"));
    assert!(!grant.may(Action::Propose, "mines", "north"));
}

#[test]
fn only_the_administrator_has_no_seat() {
    assert_eq!(Grant::new(AccountRole::Officer, None), Err(NotAGrant::NoSeat));
    let seated = Grant::new(AccountRole::Administrator, Some(seat("wells", "north")));
    assert_eq!(seated, Err(NotAGrant::SeatOfInstallation));
    for bad in ["", "Wells", "a/b", "a b", &"x".repeat(41)] {
        assert_eq!(
            Grant::new(AccountRole::Officer, Some(seat(bad, "ca"))),
            Err(NotAGrant::NotASegment)
        );
    }
    assert!(Grant::administrator().may(Action::ManageAccounts, "", ""));
}

#[test]
fn every_role_is_found_by_its_code() {
    for role in AccountRole::ALL {
        assert_eq!(AccountRole::find(role.code()), Some(role));
    }
}
