//! How values of the model are spelled in entries: the model itself knows no written form.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives every field by reference")]

/// A record by its identifier.
pub(crate) mod record {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use servanda_model::RecordId;

    pub(crate) fn serialize<S: Serializer>(it: &RecordId, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(it.as_str())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<RecordId, D::Error> {
        RecordId::parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// A record by its identifier, where there is one.
pub(crate) mod some_record {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use servanda_model::RecordId;

    #[expect(clippy::ref_option, reason = "serde gives every field by reference")]
    pub(crate) fn serialize<S: Serializer>(
        it: &Option<RecordId>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_str(it.as_ref().map_or("", RecordId::as_str))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<RecordId>, D::Error> {
        RecordId::parse(&String::deserialize(from)?).map(Some).map_err(D::Error::custom)
    }
}

/// A finding by its place.
pub(crate) mod finding {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use servanda_model::FindingPlace;

    pub(crate) fn serialize<S: Serializer>(it: &FindingPlace, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(it)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<FindingPlace, D::Error> {
        FindingPlace::parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// A finding by its place, where there is one.
pub(crate) mod some_finding {
    use serde::{Deserializer, Serializer};
    use servanda_model::FindingPlace;

    #[expect(clippy::ref_option, reason = "serde gives every field by reference")]
    pub(crate) fn serialize<S: Serializer>(
        it: &Option<FindingPlace>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match it {
            Some(place) => super::finding::serialize(place, to),
            None => to.serialize_str(""),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<FindingPlace>, D::Error> {
        super::finding::deserialize(from).map(Some)
    }
}

/// A kind of record by its code.
pub(crate) mod kind {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use servanda_model::Kind;

    pub(crate) fn serialize<S: Serializer>(it: &Kind, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(it.code())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Kind, D::Error> {
        let code = String::deserialize(from)?;
        Kind::find(&code).ok_or_else(|| D::Error::custom("no kind of record"))
    }
}

/// The ground of an erasure by its code.
pub(crate) mod ground {
    use crate::act::Ground;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(it: &Ground, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(it.code())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Ground, D::Error> {
        let code = String::deserialize(from)?;
        Ground::find(&code).ok_or_else(|| D::Error::custom("no ground"))
    }
}

/// Languages by their tags: in the order of [`Language::ALL`](servanda_model::Language::ALL), each once.
pub(crate) mod languages {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use servanda_model::Language;

    pub(crate) fn serialize<S: Serializer>(it: &[Language], to: S) -> Result<S::Ok, S::Error> {
        let tags: Vec<&str> = it.iter().map(|language| language.tag()).collect();
        serde::Serialize::serialize(&tags, to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Language>, D::Error> {
        let tags = Vec::<String>::deserialize(from)?;
        let languages: Vec<Language> = Language::ALL
            .into_iter()
            .filter(|language| tags.iter().any(|tag| tag == language.tag()))
            .collect();
        let is_so = languages.iter().map(|language| language.tag()).eq(&tags);
        is_so.then_some(languages).ok_or_else(|| D::Error::custom("no languages in their order"))
    }
}
