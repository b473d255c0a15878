//! A batch in the making: parts get salts and commitments, acts become entries.

use servanda_entry::{
    Act, ContentPart, HouseAct, HouseEntry, PARTIES, PartReference, Unreadable, WorkspaceAct,
};
use servanda_store::{AppendError, Batch, DocumentDraft, Head, Ledger, PartDraft};

use crate::By;

/// Entries, parts and documents that are appended together or not at all.
pub(crate) struct Draft<'by, 'chance> {
    pub(crate) by: &'by mut By<'chance>,
    batch: Batch,
}

impl<'by, 'chance> Draft<'by, 'chance> {
    pub(crate) fn new(by: &'by mut By<'chance>) -> Self {
        Self { by, batch: Batch::default() }
    }

    /// Adds contents for everyone and returns the manifest that commits to them.
    pub(crate) fn parts(&mut self, contents: Vec<ContentPart>) -> Vec<PartReference> {
        self.parts_for(None, contents)
    }

    /// Adds contents that only the parties may read until they are revealed.
    pub(crate) fn parts_for_parties(&mut self, contents: Vec<ContentPart>) -> Vec<PartReference> {
        self.parts_for(Some(PARTIES), contents)
    }

    fn parts_for(
        &mut self,
        audience: Option<&str>,
        contents: Vec<ContentPart>,
    ) -> Vec<PartReference> {
        contents
            .into_iter()
            .map(|content| {
                let part = PartDraft { salt: (self.by.chance)(), bytes: content.bytes };
                let reference = PartReference {
                    audience: audience.map(str::to_owned),
                    commitment: part.commitment().to_hex(),
                    language: content.language.map(|language| language.tag().to_owned()),
                    media: content.media.to_owned(),
                    role: content.role,
                };
                self.batch.parts.push(part);
                reference
            })
            .collect()
    }

    pub(crate) fn act(&mut self, act: &Act) -> Result<(), Unreadable> {
        self.batch.entries.push(act.encode()?);
        Ok(())
    }

    /// Adds an act of the house journal by whoever the batch is by.
    pub(crate) fn house(&mut self, act: HouseAct) -> Result<(), Unreadable> {
        let account = self.by.account.to_owned();
        self.house_as(account, act)
    }

    /// Adds an act of the house journal by somebody else.
    pub(crate) fn house_as(&mut self, account: String, act: HouseAct) -> Result<(), Unreadable> {
        let entry = HouseEntry { account, at: self.by.at, act };
        self.batch.entries.push(entry.encode()?);
        Ok(())
    }

    /// Adds an act of a workspace journal.
    pub(crate) fn workspace(&mut self, act: &WorkspaceAct) -> Result<(), Unreadable> {
        self.batch.entries.push(act.encode()?);
        Ok(())
    }

    pub(crate) fn document(&mut self, media_type: &str, bytes: &[u8]) {
        self.batch
            .documents
            .push(DocumentDraft { media_type: media_type.to_owned(), bytes: bytes.to_vec() });
    }

    /// The parts alone, for an act that is signed before it becomes an entry.
    pub(crate) fn into_parts(self) -> Vec<PartDraft> {
        self.batch.parts
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.batch.entries.is_empty()
    }

    /// Appends all of it after the head that stood when the draft was made.
    pub(crate) fn append(
        self,
        ledger: &Ledger,
        origin: &str,
        expected: Head,
    ) -> Result<Head, AppendError> {
        ledger.append(origin, expected, &self.batch)
    }
}
