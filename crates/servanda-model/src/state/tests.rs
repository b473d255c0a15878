//! What makes a commitment silent, and what does not.

use jiff::civil::date;

use super::*;

fn open() -> CommitmentState {
    CommitmentState::recorded(Standing::Documented, None, None)
}

#[test]
fn it_falls_silent_the_day_after_it_was_due() {
    let due = Some(date(2022, 3, 31));
    assert_eq!(open().on(date(2022, 3, 31), due), CommitmentState::Open);
    assert_eq!(open().on(date(2022, 4, 1), due), CommitmentState::Silent);
}

#[test]
fn without_a_due_date_it_never_falls_silent() {
    assert_eq!(open().on(date(2099, 1, 1), None), CommitmentState::Open);
}

#[test]
fn what_was_recorded_of_it_breaks_the_silence() {
    let due = Some(date(2022, 3, 31));
    let later = date(2026, 1, 1);
    let with = |course, carried| {
        CommitmentState::recorded(Standing::Documented, course, carried).on(later, due)
    };
    assert_eq!(with(Some(Course::Suspended), None), CommitmentState::Suspended);
    assert_eq!(with(Some(Course::Concluded), None), CommitmentState::Concluded);
    assert_eq!(with(Some(Course::Complete), Some(CarriedOn)), CommitmentState::Complete);
    assert_eq!(with(Some(Course::Suspended), Some(CarriedOn)), CommitmentState::CarriedOn);
    assert_eq!(with(None, Some(CarriedOn)), CommitmentState::CarriedOn);
    assert_eq!(with(Some(Course::Ongoing), None), CommitmentState::Silent);
    assert_eq!(with(Some(Course::Reactivated), None), CommitmentState::Silent);
}

#[test]
fn what_was_taken_back_is_neither_open_nor_silent() {
    let state = CommitmentState::recorded(Standing::Retracted, None, Some(CarriedOn));
    assert_eq!(state.on(date(2026, 1, 1), Some(date(2020, 1, 1))), CommitmentState::Retracted);
}

#[test]
fn every_state_is_found_by_its_code() {
    for state in CommitmentState::ALL {
        assert_eq!(CommitmentState::find(state.code()), Some(state));
    }
}
