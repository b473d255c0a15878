//! Each challenge once, for minutes, and no more than the limit.

use servanda_model::AccountId;

use super::{Adding, CHALLENGE_SECONDS, CHALLENGES_MAX, Challenge, Challenges};

const NOW: i64 = 1_772_366_400;

fn challenge(number: usize) -> Challenge {
    let mut challenge = [0; 32];
    challenge[..8].copy_from_slice(&number.to_be_bytes());
    challenge
}

#[test]
fn a_challenge_holds_for_minutes_and_once() {
    let open = Challenges::default();
    for number in 0..3 {
        open.open_sign_in(challenge(number), NOW);
    }
    assert!(open.take_sign_in(&challenge(0), NOW));
    assert!(!open.take_sign_in(&challenge(0), NOW));
    assert!(open.take_sign_in(&challenge(1), NOW + CHALLENGE_SECONDS));
    assert!(!open.take_sign_in(&challenge(2), NOW + CHALLENGE_SECONDS + 1));
    assert!(!open.take_sign_in(&challenge(3), NOW));
}

#[test]
fn past_the_limit_the_oldest_goes() {
    let open = Challenges::default();
    open.open_sign_in(challenge(CHALLENGES_MAX), NOW - 1);
    for number in 0..CHALLENGES_MAX {
        open.open_sign_in(challenge(number), NOW);
    }
    assert!(!open.take_sign_in(&challenge(CHALLENGES_MAX), NOW));
    assert!(open.take_sign_in(&challenge(0), NOW));
}

#[test]
fn an_account_adds_one_passkey_at_a_time() {
    let open = Challenges::default();
    let account = AccountId::from_bits(12);
    let adding = |number: usize| Adding {
        challenge: challenge(number),
        label: number.to_string(),
        since: NOW,
    };
    open.open_adding(account.clone(), adding(1));
    open.open_adding(account.clone(), adding(2));
    assert_eq!(open.take_adding(&account, NOW), Some(adding(2)));
    assert_eq!(open.take_adding(&account, NOW), None);
    open.open_adding(account.clone(), adding(3));
    assert_eq!(open.take_adding(&account, NOW + CHALLENGE_SECONDS + 1), None);
}
