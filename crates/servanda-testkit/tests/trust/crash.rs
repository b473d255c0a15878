//! The process is killed at every system call that changes a file, and every
//! such call fails once. After each: what was acknowledged is there, the
//! journal verifies, and it can be appended to.
//!
//! Needs `strace`, and the right to trace one's own processes.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use anyhow::{Context as _, ensure};
use servanda_testkit::drill::{self, Said};
use tempfile::TempDir;

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_append-drill");

/// The calls that change what is on the disk, or that it is asked to keep.
const CALLS: [&str; 11] = [
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "ftruncate",
    "unlink",
    "openat",
    "mkdir",
    "fallocate",
    "flock",
];

/// How many times a call is made at most, before the test gives up.
const CALLS_MADE_MAX: u32 = 2_000;

/// From what a run starts, and how many appends it makes.
struct Scenario {
    name: &'static str,
    start: Option<PathBuf>,
    appends: u64,
}

impl Scenario {
    /// A folder to start from; empty, or as a crash left it.
    fn folder(&self) -> anyhow::Result<TempDir> {
        let folder = TempDir::new()?;
        if let Some(start) = &self.start {
            copy(start, folder.path())?;
        }
        Ok(folder)
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed_at_any_call() {
    let crashed = crash_before_signing();
    let scenarios = [
        Scenario { name: "founding", start: None, appends: 3 },
        Scenario { name: "recovery", start: Some(crashed.path().to_owned()), appends: 2 },
    ];
    let kills = at_every_call(&scenarios, &CALLS, "signal=SIGKILL", "", |context, run, said| {
        ensure!(!run.status.success() || said.heads.len() >= 2, "{context} did not finish");
        Ok(())
    });
    // Fewer would mean that the calls were not found.
    assert!(kills >= 300, "{kills} kills");
}

#[test]
fn a_failing_disk_stops_the_process_and_nothing_acknowledged_is_lost() {
    let crashed = crash_before_signing();
    let scenarios = [
        Scenario { name: "founding", start: None, appends: 1 },
        Scenario { name: "recovery", start: Some(crashed.path().to_owned()), appends: 1 },
    ];
    let calls = ["fsync", "fdatasync", "pwrite64", "write", "rename", "ftruncate", "openat"];
    let failed = at_every_call(&scenarios, &calls, "error=EIO", "", stops_with_an_error);
    assert!(failed >= 50, "{failed} failures");
}

#[test]
fn a_full_disk_stops_the_process_and_nothing_acknowledged_is_lost() {
    let scenarios = [Scenario { name: "founding", start: None, appends: 1 }];
    let calls = ["pwrite64", "write", "ftruncate", "openat", "mkdir"];
    // Once full, it stays full.
    let failed = at_every_call(&scenarios, &calls, "error=ENOSPC", "+", stops_with_an_error);
    assert!(failed >= 50, "{failed} failures");
}

#[test]
fn nothing_is_acknowledged_before_the_disk_was_asked_to_keep_it() {
    let crashed = crash_before_signing();
    for (start, appends) in [(None, 3), (Some(crashed.path().to_owned()), 2)] {
        let scenario = Scenario { name: "power", start, appends };
        let folder = scenario.folder().unwrap();
        let log = TempDir::new().unwrap();
        let trace = log.path().join("trace");
        let options = ["-e", &format!("trace={}", CALLS.join(","))];
        let run = strace(folder.path(), &trace, &options, appends).unwrap();
        assert!(run.status.success());
        let folder = folder.path().canonicalize().unwrap();
        let acknowledged = check_order(&fs::read_to_string(trace).unwrap(), &folder).unwrap();
        assert_eq!(u64::try_from(acknowledged).unwrap(), appends);
    }
}

#[test]
fn a_disk_that_is_full_for_a_moment_costs_one_append_and_no_restart() {
    let scenarios = [Scenario { name: "founding", start: None, appends: 2 }];
    let tried_again = AtomicU32::new(0);
    at_every_call(&scenarios, &["pwrite64"], "error=ENOSPC", "", |context, run, said| {
        if said.full {
            tried_again.fetch_add(1, Ordering::Relaxed);
            ensure!(run.status.success(), "{context}: did not go on");
            ensure!(said.heads.len() == 2 && said.erased, "{context}: did not finish");
        }
        Ok(())
    });
    let tried_again = tried_again.into_inner();
    assert!(tried_again >= 20, "{tried_again}");
}

/// Reads a trace: whenever something is acknowledged, the disk was asked to
/// keep everything that was written; and whenever the ground is written, what
/// is remembered of signing. Returns how many were acknowledged.
fn check_order(trace: &str, folder: &Path) -> anyhow::Result<usize> {
    let folder = folder.to_str().unwrap();
    let mut known: HashSet<&str> = HashSet::new();
    let mut unsaved: BTreeSet<&str> = BTreeSet::new();
    let mut acknowledged = 0;
    for line in trace.lines().filter(|line| !line.contains(" = -1 ")) {
        let (_, call) = line.split_once(' ').unwrap();
        let (call, arguments) = call.trim_start().split_once('(').unwrap_or((call, ""));
        if call == "write" && arguments.contains("\"ack ") {
            ensure!(unsaved.is_empty(), "acknowledged with {unsaved:?} not saved");
            acknowledged += 1;
        }
        let Some(at) = arguments.find(folder) else { continue };
        let path = arguments.split_at(at).1.split(['>', '"']).next().unwrap();
        let parent = path.rsplit_once('/').unwrap().0;
        // Neither holds anything that has to last.
        if path.ends_with("-shm") || path.ends_with("/lock") {
            continue;
        }
        match call {
            "fsync" | "fdatasync" => drop(unsaved.remove(path)),
            "openat" if arguments.contains("O_CREAT") && known.insert(path) => {
                unsaved.insert(parent);
            }
            // Closing removes the log when all of it is in the file.
            "unlink" if path.ends_with("-wal") => {}
            "rename" | "unlink" | "mkdir" => {
                unsaved.insert(parent);
            }
            "pwrite64" | "write" | "ftruncate" | "fallocate" => {
                // What was signed is written to the log of the database first.
                let keys = unsaved.iter().find(|path| path.contains("/keys"));
                ensure!(keys.is_none() || !path.ends_with("-wal"), "{keys:?} before {path}");
                unsaved.insert(path);
            }
            _ => {}
        }
    }
    Ok(acknowledged)
}

/// Either the process ends with an error, or the failure was of no consequence
/// and everything was acknowledged.
fn stops_with_an_error(context: &str, run: &Output, said: &Said) -> anyhow::Result<()> {
    let all = !said.heads.is_empty() && said.erased;
    ensure!(!run.status.success() || all, "{context}: ended well and did not acknowledge");
    Ok(())
}

/// Runs the drill with a fault at the first call, then at the second, and so
/// on until none is left, for each call. Returns how many faults there were.
fn at_every_call(
    scenarios: &[Scenario],
    calls: &[&str],
    fault: &str,
    from_there: &str,
    expect: impl Fn(&str, &Output, &Said) -> anyhow::Result<()> + Sync,
) -> u32 {
    let expect = &expect;
    let one = |scenario: &Scenario, call: &str| {
        for nth in 1..CALLS_MADE_MAX {
            let context = format!("{}: {fault} at {call} number {nth}", scenario.name);
            let inject = format!("inject={call}:{fault}:when={nth}{from_there}");
            let reached = with_fault(scenario, &inject, |run, said| expect(&context, run, said));
            if !reached.with_context(|| context).unwrap() {
                return nth - 1;
            }
        }
        panic!("{call} is made too often")
    };
    let all: Vec<_> = scenarios
        .iter()
        .flat_map(|scenario| calls.iter().map(move |call| (scenario, call)))
        .collect();
    thread::scope(|scope| {
        // The first call is made most often, so the others are tried beside it.
        let (ours, theirs): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(_, call)| **call == calls[0]);
        let count = move |share: Vec<(&Scenario, &&str)>| -> u32 {
            share.into_iter().map(|(scenario, call)| one(scenario, call)).sum()
        };
        let beside = scope.spawn(move || count(theirs));
        count(ours) + beside.join().unwrap()
    })
}

/// Runs the drill once with a fault and checks what is left. Says whether the
/// fault was reached.
fn with_fault(
    scenario: &Scenario,
    inject: &str,
    expect: impl Fn(&Output, &Said) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let folder = scenario.folder()?;
    let log = TempDir::new()?;
    let trace = log.path().join("trace");
    let options = ["-e", &format!("trace={}", CALLS.join(",")), "-e", inject];
    let run = strace(folder.path(), &trace, &options, scenario.appends)?;
    let said = Said::parse(std::str::from_utf8(&run.stdout)?).context("the drill said nonsense")?;
    let traced = fs::read_to_string(&trace)?;
    let killed = traced.contains("killed by SIGKILL");
    let reached = killed || traced.contains("(INJECTED)");
    if !killed {
        let acknowledged =
            check_order(&traced, &folder.path().canonicalize()?).with_context(|| traced.clone())?;
        ensure!(acknowledged >= said.heads.len(), "the trace does not hold what was said");
    }
    if reached {
        expect(&run, &said)?;
    } else {
        let stderr = String::from_utf8_lossy(&run.stderr);
        ensure!(run.status.success(), "failed without a fault: {stderr}");
    }
    drill::check(folder.path(), &said)?;
    Ok(reached)
}

/// Runs the drill under `strace`, which writes what it sees to `trace`.
fn strace(folder: &Path, trace: &Path, options: &[&str], appends: u64) -> anyhow::Result<Output> {
    #[expect(clippy::disallowed_methods, reason = "the drill is about ending a process")]
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-o"]).arg(trace).args(options).args(["--", PROGRAM]);
    strace.arg(folder).arg(appends.to_string());
    // The loader would look for each library in every folder of it.
    strace.env_remove("LD_LIBRARY_PATH");
    // Looking up where an error came from takes longer than the run.
    strace.env("RUST_BACKTRACE", "0");
    strace.output().context("strace cannot be started; tests/install-go.sh installs it")
}

/// A folder whose last batch is in the log of the database alone, with a head
/// that was not signed.
fn crash_before_signing() -> TempDir {
    let folder = TempDir::new().unwrap();
    let log = TempDir::new().unwrap();
    // Founding remembers twice and makes a key; each append remembers once.
    let options = ["-e", "trace=rename", "-e", "inject=rename:signal=SIGKILL:when=5"];
    let run = strace(folder.path(), &log.path().join("trace"), &options, 3).unwrap();
    let said = Said::parse(std::str::from_utf8(&run.stdout).unwrap()).unwrap();
    assert_eq!(said.heads.len(), 1);
    assert!(folder.path().join("ground.db-wal").metadata().unwrap().len() > 0);
    folder
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    for file in fs::read_dir(from)? {
        let file = file?;
        let target = to.join(file.file_name());
        if file.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy(&file.path(), &target)?;
        } else {
            fs::copy(file.path(), &target)?;
        }
    }
    Ok(())
}
