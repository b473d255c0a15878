//! Starts the process that reads a stranger's file, and takes what it writes, within limits.

use std::ffi::OsString;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use servanda_reading::{Extract, Problem, Unreadable};

use crate::limits::Limits;
use crate::written::{self, Came};

/// Bytes that the process may write for each byte of text it may take out: JSON escapes some.
const WRITTEN_BYTES_PER_BYTE: usize = 3;
/// Bytes that it may write beside the text.
const WRITTEN_BYTES_BESIDE: usize = 4 * 1_024 * 1_024;
/// Bytes of what it says when it fails.
const TOLD_BYTES_MAX: u64 = 4 * 1_024;
/// What a program of ours says when there is no memory.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// How the process is started: this program again, asked to read one file.
#[derive(Clone, Debug)]
pub struct Sandbox {
    /// The program.
    pub program: PathBuf,
    /// What it is asked, before the name of the file.
    pub arguments: Vec<OsString>,
}

/// What ended the process before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// The time was over.
    #[error("it takes longer than {seconds} seconds")]
    Time {
        /// The limit.
        seconds: u64,
    },
    /// The memory was used up.
    #[error("it takes more than {bytes} bytes of memory")]
    Memory {
        /// The limit.
        bytes: u64,
    },
    /// It wrote more than any text of the limit has.
    #[error("it has more text than {bytes} bytes")]
    Output {
        /// The limit.
        bytes: usize,
    },
    /// The reading itself failed.
    #[error("the file is made in a way that the reader fails at")]
    Fault,
}

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// The file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Reading was stopped before there was anything.
    #[error("the file was not read: {0}")]
    Stopped(Stopped),
    /// The process could not be started: this is no fault of the file.
    #[error("the process that reads files could not be started: {0}")]
    NotStarted(std::io::Error),
}

impl NotRead {
    /// What whoever has the file may do about it.
    pub fn next_step(&self) -> Option<&'static str> {
        match self {
            Self::Unreadable(unreadable) => unreadable.next_step(),
            Self::Stopped(Stopped::Fault) => {
                Some("open it in the program it was made with, save it anew, and read that")
            }
            Self::Stopped(
                Stopped::Time { .. } | Stopped::Memory { .. } | Stopped::Output { .. },
            ) => Some("split it into smaller files, or allow more"),
            Self::NotStarted(_) => None,
        }
    }
}

impl Sandbox {
    /// Takes a file apart in a process of its own. The end of the name is a hint at the format.
    ///
    /// What was read before the process was stopped is returned, with the problem that it was.
    pub fn extract(&self, name: &str, bytes: &[u8], limits: &Limits) -> Result<Extract, NotRead> {
        if bytes.len() > limits.size_bytes_max {
            let (size_bytes, size_bytes_max) = (bytes.len(), limits.size_bytes_max);
            return Err(Unreadable::TooLarge { size_bytes, size_bytes_max }.into());
        }
        let child = self.start(name, limits).map_err(NotRead::NotStarted)?;
        let (output, stopped) = take(child, bytes, limits);
        match (written::read(Cursor::new(output), limits), stopped) {
            (Came::Whole(extracted), _) => extracted.map_err(NotRead::Unreadable),
            (Came::Part(Some(mut extract)), stopped) if !extract.segments.is_empty() => {
                let why = stopped.unwrap_or(Stopped::Fault).to_string();
                extract.problems.push(Problem::EndedEarly { why });
                Ok(extract)
            }
            (Came::Part(_), stopped) => Err(NotRead::Stopped(stopped.unwrap_or(Stopped::Fault))),
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the process that reads strangers' files"
    )]
    fn start(&self, name: &str, limits: &Limits) -> std::io::Result<Child> {
        Command::new(&self.program)
            .args(&self.arguments)
            .args(arguments(limits))
            .arg("--")
            .arg(name)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
    }
}

/// The limits as the program that is started is told them.
fn arguments(limits: &Limits) -> [String; 8] {
    let Limits {
        size_bytes_max,
        memory_bytes_max,
        time_max,
        page_count_max,
        depth_max,
        unpacked_bytes_max,
        part_count_max,
        text_bytes_max,
    } = limits;
    [
        format!("--size-bytes-max={size_bytes_max}"),
        format!("--memory-bytes-max={memory_bytes_max}"),
        format!("--seconds-max={}", time_max.as_secs()),
        format!("--page-count-max={page_count_max}"),
        format!("--depth-max={depth_max}"),
        format!("--unpacked-bytes-max={unpacked_bytes_max}"),
        format!("--part-count-max={part_count_max}"),
        format!("--text-bytes-max={text_bytes_max}"),
    ]
}

/// What a process has written, and what stopped it if something did.
fn take(mut child: Child, bytes: &[u8], limits: &Limits) -> (Vec<u8>, Option<Stopped>) {
    let output_bytes_max = limits
        .text_bytes_max
        .saturating_mul(WRITTEN_BYTES_PER_BYTE)
        .saturating_add(WRITTEN_BYTES_BESIDE);
    let most = u64::try_from(output_bytes_max).unwrap_or(u64::MAX);
    let (input, output, told) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let mut stopped = None;
    let (output, told) = std::thread::scope(|scope| {
        if let Some(mut input) = input {
            // A process that does not want to hear the end of a file closes its side.
            scope.spawn(move || input.write_all(bytes).is_ok());
        }
        let output = drain(scope, output, most);
        let told = drain(scope, told, TOLD_BYTES_MAX);
        let mut left = limits.time_max;
        let mut arrived = |from: &Receiver<Vec<u8>>, left: &mut Duration| {
            let came = from.recv_timeout(*left);
            if matches!(came, Err(RecvTimeoutError::Timeout)) {
                *left = Duration::ZERO;
                let seconds = limits.time_max.as_secs();
                stopped.get_or_insert(Stopped::Time { seconds });
                // Ended so, it closes its side, and the rest of what it wrote arrives.
                drop(child.kill());
                return from.recv().unwrap_or_default();
            }
            came.unwrap_or_default()
        };
        let output = arrived(&output, &mut left);
        if output.len() >= output_bytes_max {
            stopped.get_or_insert(Stopped::Output { bytes: limits.text_bytes_max });
        }
        // It has closed its side, or has written too much: in both cases it is at its end.
        drop(child.kill());
        (output, told.recv().unwrap_or_default())
    });
    let ended = child.wait();
    if stopped.is_none() && !ended.is_ok_and(|status| status.success()) {
        let told = String::from_utf8_lossy(&told);
        stopped = Some(if told.contains(OUT_OF_MEMORY) {
            Stopped::Memory { bytes: limits.memory_bytes_max }
        } else {
            Stopped::Fault
        });
    }
    (output, stopped)
}

/// Reads a pipe to its end or a limit.
fn drain<'scope>(
    scope: &'scope std::thread::Scope<'scope, '_>,
    pipe: Option<impl Read + Send + 'scope>,
    most: u64,
) -> Receiver<Vec<u8>> {
    let (send, arrived) = channel();
    scope.spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            // A pipe that breaks has been read as far as it could be.
            drop(pipe.take(most).read_to_end(&mut bytes));
        }
        // Whoever asked may be gone.
        drop(send.send(bytes));
    });
    arrived
}
