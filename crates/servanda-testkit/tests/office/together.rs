//! People of one side, and of both, in the same instant: everybody is done or told what changed, and
//! never answered with a failure.

use std::sync::{Arc, Barrier};

use servanda_actions::agreement::{
    AnswerRefusal, Mandate, Offer, accept, object, propose, seal_accepted, withdraw,
};
use servanda_actions::{By, NotDone, OPERATOR, Office};
use servanda_model::agreement::Progress;
use servanda_model::{Language, Multilingual, Record, RecordId, Role};
use servanda_testkit::TestOffice;

use crate::wells;

const NORTH: Mandate<'_> = Mandate { voice: "no", role: "secretariat" };
const SOUTH: Mandate<'_> = Mandate { voice: "so", role: "secretariat" };
/// People at once.
const CROWD: u64 = 8;

/// Does something as one of many, with chance of their own.
fn as_one<T>(number: u64, act: impl FnOnce(&mut By<'_>) -> T) -> T {
    let mut drawn = number << 32;
    let mut chance = || {
        drawn += 1;
        let mut bytes = [11; 32];
        bytes.iter_mut().zip(drawn.to_be_bytes()).for_each(|(byte, drawn)| *byte = drawn);
        bytes
    };
    let at = servanda_testkit::office::NOON + 86_400;
    act(&mut By { account: OPERATOR, at, chance: &mut chance })
}

/// What each of many says of it when all begin in the same instant.
fn at_once<T: Send>(
    office: &Arc<Office>,
    act: impl Fn(&Office, u64, &mut By<'_>) -> T + Sync,
) -> Vec<T> {
    let start = Barrier::new(usize::try_from(CROWD).expect("a crowd"));
    std::thread::scope(|scope| {
        let one = |number: u64| {
            let (start, act) = (&start, &act);
            scope.spawn(move || {
                start.wait();
                as_one(number + 1, |by| act(office, number, by))
            })
        };
        let crowd: Vec<_> = (0..CROWD).map(one).collect();
        crowd.into_iter().map(|one| one.join().expect("nobody panics")).collect()
    })
}

/// A commitment of its own for each of many.
fn records(office: &TestOffice) -> Vec<Record> {
    let path = office.path_of("wells/commitments", "Drill two wells");
    let id = RecordId::parse(path.rsplit('/').next().expect("an id")).expect("an id");
    let held = office.office().register().view(|view| view.find(&id));
    let held = held.expect("a register").expect("a record").record;
    (0..CROWD)
        .map(|number| Record { id: RecordId::from_bits(9_000 + number), ..held.clone() })
        .collect()
}

fn offer(record: &Record) -> Offer<'_> {
    let authentic = Language::ALL.as_slice();
    Offer { partnership: "wells", record, authentic, differences_are_meant: false }
}

fn progress(office: &Office, leaf: &str) -> Progress {
    let row = office.register().view(|view| view.proposal(leaf));
    row.expect("a register").expect("a proposal").progress
}

#[test]
fn many_of_both_sides_propose_accept_object_and_withdraw_at_once() {
    let office = wells::office();
    let records = records(&office);
    let shared = office.shared();
    let proposed = at_once(&shared, |office, number, by| {
        let record = &records[usize::try_from(number).expect("a number")];
        propose(office, &offer(record), NORTH, by)
    });
    let leaves: Vec<String> = proposed.into_iter().map(|it| it.expect("proposed")).collect();
    let reason: Multilingual =
        std::iter::once((Some(Language::English), "Too deep.".to_owned())).collect();
    let answered = at_once(&shared, |office, number, by| {
        let leaf = &leaves[usize::try_from(number).expect("a number")];
        match number % 3 {
            0 => accept(office, leaf, SOUTH, by),
            1 => object(office, leaf, &reason, SOUTH, by),
            _ => withdraw(office, leaf, &reason, NORTH, by),
        }
    });
    for (number, answer) in answered.into_iter().enumerate() {
        answer.unwrap_or_else(|why| panic!("{number}: {why:?}"));
        let expected = [Progress::Sealed, Progress::Open, Progress::Withdrawn][number % 3];
        assert_eq!(progress(&shared, &leaves[number]), expected, "{number}");
    }
    drop(shared);
}

#[test]
fn of_many_who_do_the_same_at_once_one_does_it_and_the_others_are_told() {
    let office = wells::office();
    let records = records(&office);
    let shared = office.shared();
    let record = &records[0];
    let proposed = at_once(&shared, |office, _, by| propose(office, &offer(record), NORTH, by));
    let leaf = only_one(proposed);
    let accepted = at_once(&shared, |office, _, by| accept(office, &leaf, SOUTH, by));
    let done = accepted.iter().filter(|it| it.is_ok()).count();
    assert_eq!(done, 1, "{accepted:?}");
    for refused in accepted.into_iter().filter_map(Result::err) {
        let known =
            matches!(refused, NotDone::Refused(AnswerRefusal::Already | AnswerRefusal::NotOpen(_)));
        assert!(known, "{refused:?}");
    }
    assert_eq!(progress(&shared, &leaf), Progress::Sealed);
    let sealed = at_once(&shared, |office, _, by| seal_accepted(office, by).expect("sealed"));
    assert_eq!(sealed.iter().sum::<usize>(), 0, "it is sealed once");
    let history = shared.register().view(|view| view.history(&record.id)).expect("a register");
    let words: Vec<&str> = history.iter().map(|row| row.word.as_str()).collect();
    assert_eq!(words.iter().filter(|word| **word == "seal").count(), 1, "{words:?}");
    assert!(history.iter().all(|row| row.effect == "effective"), "{history:?}");
}

/// What the one who did it was told; all others are refused.
#[track_caller]
fn only_one<T: std::fmt::Debug, R: std::fmt::Debug>(told: Vec<Result<T, NotDone<R>>>) -> T {
    let failed = told.iter().find(|it| matches!(it, Err(NotDone::Failed(_))));
    assert!(failed.is_none(), "{failed:?}");
    let mut done: Vec<T> = told.into_iter().filter_map(Result::ok).collect();
    assert_eq!(done.len(), 1, "{done:?}");
    done.pop().expect("one")
}

#[test]
fn whoever_withdraws_and_whoever_accepts_at_once_never_break() {
    let office = wells::office();
    let records = records(&office);
    let shared = office.shared();
    let record = &records[0];
    let leaf = as_one(1, |by| propose(&shared, &offer(record), NORTH, by)).expect("proposed");
    let silent = Multilingual::default();
    let told = at_once(&shared, |office, number, by| {
        if number % 2 == 0 {
            accept(office, &leaf, SOUTH, by)
        } else {
            withdraw(office, &leaf, &silent, NORTH, by)
        }
    });
    let failed = told.iter().find(|it| matches!(it, Err(NotDone::Failed(_))));
    assert!(failed.is_none(), "{failed:?}");
    let over = progress(&shared, &leaf);
    assert!(matches!(over, Progress::Sealed | Progress::Withdrawn), "{over:?}");
    assert!(!record.texts[&Role::Title].is_empty());
}
