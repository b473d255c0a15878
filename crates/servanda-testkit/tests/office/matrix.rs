//! Who may do what, tried out: every address behind sign-in, in the name of every role of every side
//! and of nobody, against the one table of permissions.

use axum::http::{StatusCode, header};
use servanda_model::{AccountRole, Grant};
use servanda_testkit::reader::role;
use servanda_testkit::{Reader, TestOffice};
use servanda_web::{Address, Need};

use crate::wells;

/// The partnership and the voices of the accounts, and of the addresses.
const PARTNERSHIP: &str = "wells";
const VOICES: [&str; 2] = ["no", "so"];

fn mail(role: AccountRole, voice: &str) -> String {
    format!("{}.{voice}@example.org", role.code())
}

/// Every role for every voice, with the grant that its account has.
fn grants() -> Vec<(String, Grant)> {
    let mut grants = vec![(mail(AccountRole::Administrator, "all"), Grant::administrator())];
    for kind in AccountRole::ALL.into_iter().filter(|kind| !kind.is_of_installation()) {
        for voice in VOICES {
            grants.push((mail(kind, voice), role(kind, PARTNERSHIP, voice)));
        }
    }
    grants
}

fn office() -> TestOffice {
    let mut office = wells::office();
    for (mail, grant) in grants() {
        office.account("Somebody", &mail, grant);
    }
    office
}

/// An address in the north, its other places filled with what does not exist: whoever may not do
/// something is told so before it is told what there is.
fn filled(address: Address) -> String {
    let path = address
        .path()
        .replace("{partnership}", PARTNERSHIP)
        .replace("{voice}", "no")
        .replace("{remark}", "dispute")
        .replace("{id}", "0000000000")
        .replace("{leaf}", &"ab".repeat(32))
        .replace("{before}", "0000000001")
        .replace("{finding}", "undertaking:1-2")
        .replace("{token}", &"cd".repeat(32));
    format!("/en{path}")
}

/// Whether somebody with this grant may do what an address needs.
fn may(grant: &Grant, address: Address, need: Need) -> bool {
    match need {
        Need::Anyone | Need::SignedIn => true,
        // The address of a record names no voice: it is for any.
        Need::To(action) if !address.path().contains("{voice}") => {
            VOICES.iter().any(|voice| grant.may(action, PARTNERSHIP, voice))
        }
        Need::To(action) => grant.may(action, PARTNERSHIP, "no"),
    }
}

#[test]
fn every_role_may_do_just_what_the_table_says_at_every_address() {
    let office = office();
    let site = office.site();
    let mut wrong = Vec::new();
    for (mail, grant) in grants() {
        // Trying to sign in is limited by the minute.
        site.wait(60);
        let reader = Reader::signed_in(&site, &mail);
        // What ends the session is not tried: whoever may read may end their own.
        let ending = [Address::SignOut, Address::SignOutEverywhere];
        for address in Address::ALL.into_iter().filter(|address| !ending.contains(address)) {
            let path = filled(address);
            let mut check = |method: &str, need: Need, status: StatusCode| {
                let is_forbidden = status == StatusCode::FORBIDDEN;
                if is_forbidden == may(&grant, address, need) {
                    wrong.push(format!("{mail} {method} {path}: {status}, needs {need:?}"));
                }
            };
            check("GET", address.reads(), reader.get(&path).status);
            if let Some(need) = address.sends() {
                check("POST", need, reader.post(&path, &[]).status);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nobody_without_a_session_reads_or_sends_anything_behind_sign_in() {
    let office = office();
    let site = office.site();
    let reader = Reader::new(&site);
    for address in Address::ALL {
        let path = filled(address);
        let page = reader.get(&path);
        if matches!(address.reads(), Need::To(_)) {
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
            let leads = page.headers[header::LOCATION].to_str().expect("an address");
            assert!(leads.starts_with("/en/sign-in?next="), "{path}: {leads}");
        }
        if matches!(address.sends(), Some(Need::To(_) | Need::SignedIn)) {
            let page = reader.post(&path, &[]);
            let is_kept_out = page.status == StatusCode::UNAUTHORIZED
                || page.headers.get(header::LOCATION).is_some_and(|leads| {
                    leads.to_str().is_ok_and(|leads| leads.starts_with("/en/sign-in"))
                });
            assert!(is_kept_out, "{path}: {}", page.status);
        }
    }
}

#[test]
fn nothing_behind_sign_in_is_kept_by_anybody() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, &mail(AccountRole::CoChair, "no"));
    for address in Address::ALL {
        let page = reader.get(&filled(address));
        if page.status == StatusCode::OK {
            assert_eq!(page.headers[header::CACHE_CONTROL], "no-store", "{}", filled(address));
        }
    }
}
