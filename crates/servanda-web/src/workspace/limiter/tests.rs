//! When it is said to wait, and how long, and that others need not.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use super::{
    COUNTS_MAX, Counted, Limiter, MINUTE_SECONDS, TRIES_MAX, TRIES_OF_ACCOUNT_MAX,
    TRIES_OF_ALL_MAX, TRIES_OF_SOURCE_MAX, WINDOW_SECONDS, What, make_room,
};
use crate::source::Source;

/// An address that nobody has drawn before with another number.
fn source(number: u32) -> Source {
    Source::from(IpAddr::from(Ipv4Addr::from(number)))
}

#[test]
fn whoever_guesses_keeps_the_holder_waiting_nowhere_else() {
    let limiter = Limiter::default();
    for _ in 0..TRIES_MAX {
        assert_eq!(limiter.attempt("ana", source(1), 1_000), Ok(()));
    }
    assert_eq!(limiter.attempt("ana", source(1), 1_060), Err(WINDOW_SECONDS - 60));
    assert_eq!(limiter.attempt("ana", source(2), 1_060), Ok(()));
    assert_eq!(limiter.attempt("berta", source(1), 1_060), Ok(()));
    assert_eq!(limiter.attempt("ana", source(1), 1_000 + WINDOW_SECONDS), Ok(()));
}

#[test]
fn one_source_waits_whatever_it_tries_for() {
    let limiter = Limiter::default();
    for number in 0..TRIES_OF_SOURCE_MAX {
        assert_eq!(limiter.attempt(&number.to_string(), source(1), 1_000), Ok(()));
    }
    assert_eq!(limiter.attempt("ana", source(1), 1_001), Err(MINUTE_SECONDS - 1));
    assert_eq!(limiter.attempt("ana", source(2), 1_001), Ok(()));
}

#[test]
fn many_sources_try_a_hundred_times_for_one_account() {
    let limiter = Limiter::default();
    for number in 0..TRIES_OF_ACCOUNT_MAX {
        assert_eq!(limiter.attempt("ana", source(number), 1_000), Ok(()));
    }
    assert_eq!(limiter.attempt("ana", source(900), 1_000), Err(WINDOW_SECONDS));
    assert_eq!(limiter.attempt("berta", source(900), 1_000), Ok(()));
}

#[test]
fn all_together_wait_too_and_what_waits_is_not_counted() {
    let limiter = Limiter::default();
    for number in 0..TRIES_OF_ALL_MAX {
        assert_eq!(limiter.attempt(&number.to_string(), source(number), 1_000), Ok(()));
    }
    for _ in 0..2 * TRIES_MAX {
        assert_eq!(limiter.attempt("ana", source(900), 1_001), Err(MINUTE_SECONDS - 1));
    }
    assert_eq!(limiter.attempt("ana", source(900), 1_000 + MINUTE_SECONDS), Ok(()));
}

#[test]
fn the_right_password_begins_the_count_of_its_source_anew() {
    let limiter = Limiter::default();
    for _ in 0..TRIES_MAX {
        assert_eq!(limiter.attempt("ana", source(1), 1_000), Ok(()));
    }
    limiter.succeeded("ana", source(2));
    assert!(limiter.attempt("ana", source(1), 1_000).is_err());
    limiter.succeeded("ana", source(1));
    assert_eq!(limiter.attempt("ana", source(1), 1_000), Ok(()));
}

#[test]
fn many_who_sign_in_from_one_place_do_not_wait_for_each_other() {
    let limiter = Limiter::default();
    for number in 0..2 * TRIES_OF_ALL_MAX {
        let of = number.to_string();
        assert_eq!(limiter.attempt(&of, source(1), 1_000), Ok(()));
        limiter.succeeded(&of, source(1));
    }
}

#[test]
fn the_oldest_count_makes_room() {
    let mut counts = BTreeMap::new();
    for (number, since) in (0..COUNTS_MAX).zip(1_000_i64..) {
        let counted = Counted { count: 1, since: 1_000 + since % 7 };
        counts.insert(What::Of(number.to_string()), counted);
    }
    make_room(&mut counts, &What::Of("0".to_owned()), 1_100);
    assert_eq!(counts.len(), COUNTS_MAX);
    make_room(&mut counts, &What::Of("ana".to_owned()), 1_100);
    assert_eq!(counts.len(), COUNTS_MAX - 1);
}
