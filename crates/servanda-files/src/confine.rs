//! What the process that reads a stranger's file gives up before it reads the first byte.

use crate::limits::Limits;

/// Seconds of computing beyond the limit of time, after which the kernel ends the process should
/// the one that started it be gone.
#[cfg(unix)]
const GRACE_SECONDS: u64 = 5;

/// Gives up memory beyond the limit, files, further processes, and on Linux every way to a network
/// or a file that is not open yet.
///
/// What a system does not offer is left out: no code that reads files opens sockets or files.
#[cfg(unix)]
pub fn confine(limits: &Limits) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let exactly = |value: u64| Rlimit { current: Some(value), maximum: Some(value) };
    setrlimit(Resource::As, exactly(limits.memory_bytes_max))?;
    setrlimit(Resource::Cpu, exactly(limits.time_max.as_secs().saturating_add(GRACE_SECONDS)))?;
    // Standard output is a pipe: no file grows, and no image of the memory is left behind.
    setrlimit(Resource::Fsize, exactly(0))?;
    setrlimit(Resource::Core, exactly(0))?;
    refuse_calls()
}

/// Nothing is given up where the system does not say how.
#[cfg(not(unix))]
pub fn confine(_limits: &Limits) -> std::io::Result<()> {
    Ok(())
}

/// From here on, the kernel refuses calls that reach beyond this process.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn refuse_calls() -> std::io::Result<()> {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
    let architecture =
        if cfg!(target_arch = "x86_64") { TargetArch::x86_64 } else { TargetArch::aarch64 };
    let refused = REFUSED.iter().map(|call| (*call, Vec::new())).collect();
    let not_permitted = u32::try_from(libc::EPERM).unwrap_or(1);
    let program: BpfProgram = SeccompFilter::new(
        refused,
        SeccompAction::Allow,
        SeccompAction::Errno(not_permitted),
        architecture,
    )
    .and_then(TryInto::try_into)
    .map_err(std::io::Error::other)?;
    seccompiler::apply_filter_all_threads(&program).map_err(std::io::Error::other)
}

#[cfg(all(
    unix,
    not(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))
))]
fn refuse_calls() -> std::io::Result<()> {
    Ok(())
}

/// What the kernel refuses: networks, files that are not open, other programs and processes, and
/// ways around this list.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
const REFUSED: &[i64] = &[
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_openat,
    libc::SYS_openat2,
    libc::SYS_open_by_handle_at,
    libc::SYS_unlinkat,
    libc::SYS_renameat2,
    libc::SYS_linkat,
    libc::SYS_symlinkat,
    libc::SYS_mkdirat,
    libc::SYS_mknodat,
    libc::SYS_fchmodat,
    libc::SYS_fchownat,
    libc::SYS_truncate,
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_send_signal,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_io_uring_setup,
    libc::SYS_bpf,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_chroot,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_open,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_creat,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_unlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_rename,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_link,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_symlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_mkdir,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chmod,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_fork,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_vfork,
];
