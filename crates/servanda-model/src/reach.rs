//! Whom a journal is for. Its name says it (`docs/format.md` §7), so that no table and no setting
//! can be wrong about it.

/// Whom a journal is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Acts on records: for everyone. Named `<host>/<partnership>/<voice>`.
    Public,
    /// Drafts and comments of one voice: for that voice alone. Named
    /// `<host>/<partnership>/<voice>/workspace`.
    Workspace,
    /// Accounts and settings of an installation: for its administrators. Named `<host>/house`, and
    /// every other name: what is not known to be public is not.
    House,
}

impl Reach {
    /// Whom the journal of this name is for.
    pub fn of(origin: &str) -> Self {
        let segments: Vec<&str> = origin.split('/').collect();
        match segments.as_slice() {
            [_host, _partnership, _voice] => Self::Public,
            [_host, _partnership, _voice, "workspace"] => Self::Workspace,
            _ => Self::House,
        }
    }
}

#[cfg(test)]
mod tests;
