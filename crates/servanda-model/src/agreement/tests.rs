//! What each order of acts comes to.

use std::collections::BTreeSet;

use super::{Effect, Entry, Journals, Progress, Step, Verdict};

type Told = Step<&'static str, &'static str>;

/// A story: who, the name of the entry, what it does; the order of each journal is that of the story.
fn judge(
    parties: &[&'static str],
    story: &[(&'static str, &'static str, Told)],
) -> Verdict<&'static str, &'static str> {
    let mut journals: Journals<&'static str, &'static str> = Journals::new();
    for (voice, leaf, step) in story {
        let entry = Entry { leaf: *leaf, step: step.clone() };
        journals.entry(voice).or_default().push(entry);
    }
    Verdict::of(&parties.iter().copied().collect::<BTreeSet<_>>(), &journals)
}

fn propose(base: Option<&'static str>) -> Told {
    Step::Propose { base, content: "words" }
}

fn accept(of: &'static str, proposal: &'static str, base: Option<&'static str>) -> Told {
    Step::Accept { base, of, proposal, content: "words" }
}

fn seal(proposal: &'static str, acceptances: &[&'static str]) -> Told {
    Step::Seal { proposal, acceptances: acceptances.to_vec() }
}

fn withdraw(proposal: &'static str) -> Told {
    Step::Withdraw { proposal }
}

const TWO: [&str; 2] = ["ca", "mx"];

#[test]
fn a_version_is_agreed_once_it_is_proposed_accepted_and_sealed() {
    let story = [
        ("ca", "p", propose(None)),
        ("mx", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a"])),
    ];
    let progress = |known: usize| {
        let verdict = judge(&TWO, &story[..known]);
        (verdict.proposals[0].progress, verdict.in_force().map(|agreed| agreed.seal))
    };
    assert_eq!(progress(1), (Progress::Open, None));
    assert_eq!(progress(2), (Progress::Accepted, None));
    assert_eq!(progress(3), (Progress::Sealed, Some("s")));
}

#[test]
fn a_seal_before_its_acceptance_is_known_waits() {
    let verdict = judge(&TWO, &[("ca", "p", propose(None)), ("ca", "s", seal("p", &["a"]))]);
    assert_eq!(verdict.effects["ca"], [Effect::Effective, Effect::Waiting]);
    assert_eq!(verdict.agreed, []);
}

#[test]
fn of_two_crossing_proposals_neither_is_accepted_until_one_is_withdrawn() {
    let crossing = [
        ("ca", "p", propose(None)),
        ("mx", "q", propose(None)),
        ("ca", "b", accept("mx", "q", None)),
        ("mx", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a"])),
        ("mx", "t", seal("q", &["b"])),
    ];
    let verdict = judge(&TWO, &crossing);
    assert_eq!(verdict.agreed, []);
    assert_eq!(verdict.effects["ca"], [Effect::Effective, Effect::Blocked, Effect::Waiting]);
    let settled = [
        ("ca", "p", propose(None)),
        ("mx", "q", propose(None)),
        ("mx", "w", withdraw("q")),
        ("mx", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a"])),
    ];
    assert_eq!(judge(&TWO, &settled).in_force().map(|agreed| agreed.proposal), Some("p"));
}

#[test]
fn whoever_accepted_may_not_propose_until_the_other_withdraws() {
    let accepted = [
        ("ca", "p", propose(None)),
        ("mx", "a", accept("ca", "p", None)),
        ("mx", "q", propose(None)),
    ];
    assert_eq!(judge(&TWO, &accepted).effects["mx"][1], Effect::Blocked);
    let mut withdrawn = accepted.to_vec();
    withdrawn.push(("ca", "w", withdraw("p")));
    assert_eq!(judge(&TWO, &withdrawn).effects["mx"][1], Effect::Effective);
}

#[test]
fn what_is_withdrawn_cannot_be_sealed_and_what_is_sealed_cannot_be_withdrawn() {
    let accepted = [("ca", "p", propose(None)), ("mx", "a", accept("ca", "p", None))];
    let mut first = accepted.to_vec();
    first.extend([("ca", "w", withdraw("p")), ("ca", "s", seal("p", &["a"]))]);
    let verdict = judge(&TWO, &first);
    assert_eq!((verdict.effects["ca"][2], verdict.agreed.len()), (Effect::Late, 0));
    let mut later = accepted.to_vec();
    later.extend([("ca", "s", seal("p", &["a"])), ("ca", "w", withdraw("p"))]);
    let verdict = judge(&TWO, &later);
    assert_eq!((verdict.effects["ca"][2], verdict.agreed.len()), (Effect::Late, 1));
}

#[test]
fn an_acceptance_of_other_words_or_of_another_proposal_counts_for_nothing() {
    let other_words = Step::Accept { base: None, of: "ca", proposal: "p", content: "others" };
    let verdict = judge(&TWO, &[("ca", "p", propose(None)), ("mx", "a", other_words)]);
    assert_eq!(verdict.effects["mx"], [Effect::Mismatch]);
    // The same text proposed again is another proposal.
    let verdict = judge(
        &TWO,
        &[
            ("ca", "p", propose(None)),
            ("mx", "a", accept("ca", "p", None)),
            ("ca", "w", withdraw("p")),
            ("ca", "again", propose(None)),
            ("ca", "s", seal("again", &["a"])),
        ],
    );
    assert_eq!(verdict.agreed, []);
}

#[test]
fn an_amendment_rests_on_the_seal_that_it_changes() {
    let mut story = vec![
        ("ca", "p", propose(None)),
        ("mx", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a"])),
        ("mx", "q", propose(Some("s"))),
        ("ca", "b", accept("mx", "q", Some("s"))),
        ("mx", "t", seal("q", &["b"])),
    ];
    let verdict = judge(&TWO, &story);
    let seals: Vec<_> = verdict.agreed.iter().map(|agreed| agreed.seal).collect();
    assert_eq!(seals, ["s", "t"]);
    story.push(("ca", "r", propose(Some("s"))));
    assert_eq!(judge(&TWO, &story).effects["ca"].last(), Some(&Effect::Stale));
    story.push(("ca", "x", propose(Some("nowhere"))));
    assert_eq!(judge(&TWO, &story).effects["ca"].last(), Some(&Effect::Waiting));
}

#[test]
fn three_parties_agree_only_all_together() {
    let three = ["ca", "mx", "us"];
    let mut story = vec![
        ("ca", "p", propose(None)),
        ("mx", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a", "b"])),
    ];
    assert_eq!(judge(&three, &story).agreed, []);
    story.push(("us", "b", accept("ca", "p", None)));
    assert_eq!(judge(&three, &story).in_force().map(|agreed| agreed.seal), Some("s"));
}

#[test]
fn who_is_no_party_binds_nobody() {
    let story = [
        ("ca", "p", propose(None)),
        ("ngo", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a"])),
    ];
    let verdict = judge(&TWO, &story);
    assert_eq!((verdict.effects["ngo"][0], verdict.agreed.len()), (Effect::NotParty, 0));
    assert_eq!(judge(&["ca"], &story).agreed, [], "nobody agrees alone");
}

#[test]
fn an_objection_is_shown_and_stops_nothing() {
    let no = Step::Object { of: "ca", proposal: "p" };
    let story = [
        ("ca", "p", propose(None)),
        ("mx", "n", no),
        ("mx", "a", accept("ca", "p", None)),
        ("ca", "s", seal("p", &["a"])),
    ];
    let verdict = judge(&TWO, &story);
    assert!(verdict.proposals[0].objected.contains("mx"));
    assert_eq!(verdict.agreed.len(), 1, "whoever objected may still agree");
}
