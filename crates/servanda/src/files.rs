//! Strangers' files: read in a process of their own, which is this program once more.

use std::path::PathBuf;
use std::time::Duration;

use jiff::civil::Date;
use servanda_files::{Limits, NotRead, Sandbox};
use servanda_reading::{Explanation, Extract, Reading};

use crate::command;
use crate::outcome::{Done, Ended};

/// What the program is asked, to be the process that reads one file.
const COMMAND: &str = "read-one-file";

/// Reads files, each in a process of its own.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    sandbox: Sandbox,
    limits: Limits,
}

impl Files {
    /// A reader of files that holds these limits.
    pub(crate) fn new(limits: Limits) -> Result<Self, Ended> {
        let itself = PathBuf::from("/proc/self/exe");
        // Linux knows the very file that runs, also when a newer one has taken its name since.
        let program = if itself.exists() { Ok(itself) } else { std::env::current_exe() };
        let program = program
            .map_err(|error| Ended::failed(format!("the program does not find itself: {error}")))?;
        let sandbox = Sandbox { program, arguments: vec![COMMAND.into()] };
        Ok(Self { sandbox, limits })
    }

    /// Reads a file. The end of its name is a hint at its format; `day` is the day it is of, where
    /// somebody knows it.
    pub(crate) fn read(
        &self,
        name: &str,
        bytes: &[u8],
        day: Option<Date>,
    ) -> Result<Reading, NotRead> {
        Ok(servanda_reading::read_extract_of(self.extract(name, bytes)?, day)?)
    }

    /// Says of every sentence of a file that has some words what the rules make of it.
    pub(crate) fn explain(
        &self,
        name: &str,
        bytes: &[u8],
        words: &str,
    ) -> Result<Vec<Explanation>, NotRead> {
        Ok(servanda_reading::explain_extract(self.extract(name, bytes)?, words)?)
    }

    /// Text is only decoded, which is done here; everything else is taken apart elsewhere.
    fn extract(&self, name: &str, bytes: &[u8]) -> Result<Extract, NotRead> {
        if servanda_files::is_foreign(bytes, name) {
            self.sandbox.extract(name, bytes, &self.limits)
        } else {
            Ok(servanda_files::extract(bytes, name, &self.limits)?)
        }
    }
}

/// Reads one file from standard input, as the process that was started for it.
pub(crate) fn read_one(asked: &command::ReadOneFile) -> Done {
    let limits = limits(&asked.limits);
    servanda_files::confine(&limits)
        .map_err(|error| Ended::failed(format!("the process cannot be confined: {error}")))?;
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    servanda_files::serve(&asked.name, &limits, &mut input, &mut output)
        .map_err(|error| Ended::failed(format!("standard output: {error}")))
}

/// The limits that the command line asks for.
pub(crate) fn limits(asked: &command::ReadLimits) -> Limits {
    Limits {
        size_bytes_max: asked.size_bytes_max,
        memory_bytes_max: asked.memory_bytes_max,
        time_max: Duration::from_secs(asked.seconds_max),
        page_count_max: asked.page_count_max,
        depth_max: asked.depth_max,
        unpacked_bytes_max: asked.unpacked_bytes_max,
        part_count_max: asked.part_count_max,
        text_bytes_max: asked.text_bytes_max,
    }
}

/// What whoever has a file may do about it, in the words of the command line.
pub(crate) fn told(path: &str, why: &NotRead) -> String {
    match why.next_step() {
        Some(step) => format!("{path}: {why}; {step}"),
        None => format!("{path}: {why}"),
    }
}
