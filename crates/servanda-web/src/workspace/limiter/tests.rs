//! When it is said to wait, and how long.

use super::{ADDRESS_SECONDS, ADDRESSES_MAX, ALL_SECONDS, ATTEMPTS_MAX, ATTEMPTS_PER_ADDRESS_MAX};
use super::{Attempts, Counted, Limiter};

#[test]
fn one_address_waits_and_others_do_not() {
    let limiter = Limiter::default();
    for _ in 0..ATTEMPTS_PER_ADDRESS_MAX {
        assert_eq!(limiter.attempt("ana", 1_000), Ok(()));
    }
    assert_eq!(limiter.attempt("ana", 1_000 + 60), Err(ADDRESS_SECONDS - 60));
    assert_eq!(limiter.attempt("berta", 1_000 + 60), Ok(()));
    assert_eq!(limiter.attempt("ana", 1_000 + ADDRESS_SECONDS), Ok(()));
}

#[test]
fn the_right_password_begins_the_count_anew() {
    let limiter = Limiter::default();
    for _ in 0..ATTEMPTS_PER_ADDRESS_MAX {
        assert_eq!(limiter.attempt("ana", 1_000), Ok(()));
    }
    limiter.succeeded("ana");
    assert_eq!(limiter.attempt("ana", 1_000), Ok(()));
}

#[test]
fn all_addresses_together_wait_too() {
    let limiter = Limiter::default();
    for number in 0..ATTEMPTS_MAX {
        assert_eq!(limiter.attempt(&number.to_string(), 1_000), Ok(()));
    }
    assert_eq!(limiter.attempt("ana", 1_001), Err(ALL_SECONDS - 1));
}

#[test]
fn the_oldest_count_makes_room() {
    let mut attempts = Attempts::default();
    for (number, since) in (0..ADDRESSES_MAX).zip(1_000_i64..) {
        attempts.of.insert(number.to_string(), Counted { count: 1, since: 1_000 + since % 7 });
    }
    attempts.make_room(1_100);
    assert_eq!(attempts.of.len(), ADDRESSES_MAX - 1);
}
