//! Every durable step fails in both ways, at every append of a run.

use servanda_testkit::drill::{self, Said};
use servanda_testkit::faults::{FailingSteps, Fault, Step};
use tempfile::TempDir;

const APPENDS: u64 = 3;

#[test]
fn every_step_fails_in_both_ways_and_nothing_acknowledged_is_lost() {
    let mut runs = 0;
    for step in [Step::Commit, Step::RememberSigned, Step::KeepCheckpoint] {
        for fault in [Fault::Gone, Fault::Kept] {
            // Founding a journal signs once, before the first append.
            for works in 0..4 {
                let folder = TempDir::new().unwrap();
                let steps = Box::new(FailingSteps::new(step, fault, works));
                let mut printed = Vec::new();
                let ended = drill::run_with(folder.path(), APPENDS, steps, &mut printed);
                let said = Said::parse(std::str::from_utf8(&printed).unwrap()).unwrap();
                let worked = u64::try_from(said.heads.len()).unwrap();
                let context = format!("{step:?}, {fault:?}, after {works}");
                assert_eq!(ended.is_err(), worked < APPENDS, "{context}");
                let size = drill::check(folder.path(), &said).expect(&context);
                // At most the one append in doubt is there besides.
                assert!(size <= 2 * (worked + 1), "{context}: {size}");
                runs += 1;
            }
        }
    }
    assert_eq!(runs, 24);
}
