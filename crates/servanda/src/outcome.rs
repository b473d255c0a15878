//! How a command ended, and how the person is told: 0 done, 1 refused, 2 failed.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use servanda_actions::NotDone;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Ended {
    /// What was given cannot be used: mend it and ask again.
    Refused(Told),
    /// The machine could not do it.
    Failed(Told),
}

/// What is told: what happened, and what to do next.
#[derive(Debug)]
pub(crate) struct Told {
    lines: Vec<String>,
    hint: Option<String>,
}

pub(crate) type Done = Result<(), Ended>;

impl Ended {
    pub(crate) fn refused(what: impl Display) -> Self {
        Self::Refused(Told { lines: vec![what.to_string()], hint: None })
    }

    pub(crate) fn failed(what: impl Display) -> Self {
        Self::Failed(Told { lines: vec![what.to_string()], hint: None })
    }

    /// A failure with everything that led to it.
    pub(crate) fn failure(error: &(dyn std::error::Error + 'static)) -> Self {
        let mut what = error.to_string();
        let mut cause = error.source();
        while let Some(because) = cause {
            let because_text = because.to_string();
            if !what.contains(&because_text) {
                what = format!("{what}: {because_text}");
            }
            cause = because.source();
        }
        let ended = Self::failed(&what);
        match next_step(&what) {
            Some(hint) => ended.hint(hint),
            None => ended,
        }
    }

    /// An action that was not done.
    pub(crate) fn not_done(not_done: NotDone<impl Display>) -> Self {
        match not_done {
            NotDone::Refused(refusal) => Self::refused(refusal),
            NotDone::Failed(failure) => Self::failure(&failure),
        }
    }

    pub(crate) fn many(lines: Vec<String>) -> Self {
        Self::Refused(Told { lines, hint: None })
    }

    pub(crate) fn hint(mut self, hint: impl Display) -> Self {
        let (Self::Refused(told) | Self::Failed(told)) = &mut self;
        told.hint = Some(hint.to_string());
        self
    }
}

/// What to do about the usual troubles of a machine.
fn next_step(what: &str) -> Option<&'static str> {
    let what = what.to_lowercase();
    if what.contains("permission denied") || what.contains("readonly") || what.contains("read-only")
    {
        return Some("choose a folder that you may write to, with --data");
    }
    if what.contains("disk is full") || what.contains("no space left") || what.contains("is full") {
        return Some("make room on the disk and ask again; what was acknowledged is safe");
    }
    if what.contains("but were signed")
        || what.contains("are not those that were signed")
        || what.contains("what was signed last is missing")
    {
        return Some(
            "an older or another copy of ground.db is in place: put the newest one back, with its \
             -wal and -shm files, or the key folder that belongs to it",
        );
    }
    if what.contains("there is no key for the journal") {
        return Some("put the key folder of this installation back; without it nothing is signed");
    }
    if what.contains("in use by another process") {
        return Some("stop the program that serves this installation, then ask again");
    }
    None
}

/// Tells the person and gives the exit code.
pub(crate) fn tell(done: Done) -> ExitCode {
    let (told, code) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Ended::Refused(told)) => (told, 1),
        Err(Ended::Failed(told)) => (told, 2),
    };
    let mut stderr = std::io::stderr().lock();
    let mut written = Ok(());
    for line in &told.lines {
        written = written.and_then(|()| writeln!(stderr, "servanda: {line}"));
    }
    if let Some(hint) = &told.hint {
        written = written.and_then(|()| writeln!(stderr, "what to do: {hint}"));
    }
    // Nobody is left to be told that standard error is closed; the code still says it.
    drop(written);
    ExitCode::from(code)
}

/// Says something on standard output; a reader that went away is not an error.
pub(crate) fn say(line: impl Display) {
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}

/// Says something beside the output.
pub(crate) fn say_aside(line: impl Display) {
    drop(writeln!(std::io::stderr().lock(), "{line}"));
}
