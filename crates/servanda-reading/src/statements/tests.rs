//! What sentences do, through the whole reader.

use expect_test::{Expect, expect};

use crate::{Kind, read};

/// Reads each line as a document of its own and tells its statements.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let mut told = String::new();
    for line in text.lines().map(str::trim) {
        let reading = read(line.as_bytes(), "line.txt").unwrap();
        let statements: Vec<String> = reading
            .findings
            .iter()
            .filter(|f| {
                matches!(
                    f.kind,
                    Kind::Undertaking | Kind::Recommendation | Kind::Result | Kind::Meeting
                )
            })
            .map(|f| {
                let due = f.due.as_ref().map_or("-", |due| &due.words);
                format!(
                    "{} [{}] who: {} when: {due}",
                    f.kind.name(),
                    f.rule,
                    f.who.as_deref().unwrap_or("-")
                )
            })
            .collect();
        told.push_str(&format!(
            "{}\n",
            if statements.is_empty() { "other".to_owned() } else { statements.join("; ") }
        ));
    }
    expected.assert_eq(&told);
}

#[test]
fn undertakings_in_english() {
    check(
        "The two ministries will open a joint laboratory in March 2022, says the paper of the hosts.
        Both sides agreed to draw up a list of harbours by the end of 2023 and to share it with the towns.
        Each Party shall notify the other of any change in its rules on ballast water.
        The ministers committed to protecting the wetlands along the common border of their countries.
        The leaders reaffirmed their commitment to build the bridge over the northern river.
        Norland intends to double the number of its fire crews in the eastern forests.
        It was agreed to hold the next round of talks in the capital of the southern neighbour.
        The report will be published on 3 June 2025 in both of the official languages.
        We are going to plant trees along the whole length of the new road to the coast.
        Secretariat to circulate the minutes of the meeting to all members by March.
        The Grain Board offered to lend its silos to the farmers on the other side of the border.",
        expect![[r#"
            undertaking [en-will-act] who: The two ministries when: in March 2022
            undertaking [en-agree-to-act] who: Both sides when: by the end of 2023
            undertaking [en-will-act] who: Each Party when: -
            undertaking [en-commit-to-act] who: The ministers when: -
            undertaking [en-renew-commitment-to-act] who: The leaders when: -
            undertaking [en-intend-to-act] who: Norland when: -
            undertaking [en-agree-to-act] who: - when: the next round
            undertaking [en-will-be-done] who: The report when: on 3 June 2025
            undertaking [en-going-to-act] who: We when: -
            undertaking [en-owner-to-act] who: Secretariat when: by March
            undertaking [en-offer-to-act] who: The Grain Board when: -
        "#]],
    );
}

#[test]
fn what_binds_nobody_is_no_undertaking_in_english() {
    check(
        "Investments will accelerate once the roads between the two ports have been repaired.
        This Agreement shall enter into force on the day of the last of the two signatures.
        The parties remain committed to human rights and to the values of their founders.
        The ministers reaffirmed the need to look at the causes of the long drought.
        The workshop will allow the participants to learn about the traps for crabs.
        Will the government pay for the repairs to the old lighthouse on the island?
        The economy will recover in the second half of the year, according to the bank.
        The harbour is large and lies at the mouth of a river that floods in spring.",
        expect![[r#"
            other
            other
            other
            other
            other
            other
            other
            other
        "#]],
    );
}

#[test]
fn recommendations_in_english() {
    check(
        "The committee recommends that the state repeal the law on the fishing of eels.
        The youth delegates urged both governments to open the archive of the old mines.
        The ministry should publish the results of its tests of the water every year.
        It would be important to have a common list of the plants that spread too fast.
        Ratify the convention on the rights of those who work at sea (Norland);
        The members of the panel were encouraged to send their remarks to the chair.",
        expect![[r#"
            recommendation [en-recommend-that] who: The committee when: -
            recommendation [en-recommend-that] who: The youth delegates when: -
            recommendation [en-should] who: The ministry when: every year
            recommendation [en-important-to] who: - when: -
            recommendation [en-recommendation-of-a-state] who: - when: -
            recommendation [en-urge-to] who: The members of the panel when: -
        "#]],
    );
}

#[test]
fn results_and_meetings_in_english() {
    check(
        "Norland supported eleven schools in the valley with books and with new roofs.
        A treaty on the use of the lake was signed by the two foreign ministers.
        The group has trained forty rangers from the parks on both sides of the border.
        The seventh meeting of the group was held on May 4, 2021 in the old town hall.
        Work on the new pier is under way and the first piles stand in the harbour.",
        expect![[r#"
            result [en-did] who: Norland when: -
            result [en-was-done] who: the two foreign ministers when: -
            result [en-has-done] who: The group when: -
            result [en-was-done] who: The seventh meeting of the group when: on May 4, 2021; meeting [en-meeting-held] who: The seventh meeting of the group when: on May 4, 2021
            result [en-is-underway] who: - when: -
        "#]],
    );
}

#[test]
fn spanish() {
    check(
        "El gobierno se comprometió a reparar los caminos de la sierra antes de finales de 2023.
        Las dos delegaciones acordaron abrir una oficina común en el puerto del norte.
        La secretaría publicará los mapas de las zonas de riesgo en el próximo semestre.
        Tenemos la intención de ampliar la red de escuelas en los valles de la frontera.
        Se llevará a cabo un taller sobre pesca en la ciudad de los dos ríos.
        El comité recomienda al Estado que derogue la ley sobre la caza de aves.
        Adopte las medidas que sean necesarias para limpiar el agua de los pozos viejos.
        El ministerio entregó doce barcos a las cooperativas de la costa del sur.
        La economía crecerá si llueve en las provincias donde se cultiva el trigo.
        Reconocemos la importancia de los bosques para los pueblos de la montaña.",
        expect![[r#"
            undertaking [es-commit-to-act] who: El gobierno when: antes de finales de 2023
            undertaking [es-agree-to-act] who: Las dos delegaciones when: -
            undertaking [es-future-act] who: La secretaría when: en el próximo semestre
            undertaking [es-intend-to-act] who: - when: -
            undertaking [es-will-be-done] who: - when: -
            recommendation [es-recommend] who: El comité when: -
            recommendation [es-polite-imperative] who: - when: -
            result [es-did] who: El ministerio when: -
            other
            other
        "#]],
    );
}

#[test]
fn french() {
    check(
        "Le ministère s’engage à réparer les ponts de la vallée avant la fin de 2025.
        Les deux parties ont convenu de publier ensemble la carte des zones de pêche.
        Le secrétariat enverra le compte rendu aux membres du groupe d’ici le 1er mars 2024.
        Nous prévoyons ouvrir une école de garde-côtes dans le port du nord en 2026.
        Le comité recommande au gouvernement de revoir la loi sur la chasse aux oiseaux.
        Le gouvernement a construit douze écoles dans les villages de la montagne.
        L’économie se redressera si les pluies reviennent dans les provinces du sud.
        Nous reconnaissons l’importance des forêts pour les peuples de la montagne.",
        expect![[r#"
            undertaking [fr-commit-to-act] who: Le ministère when: avant la fin de 2025
            undertaking [fr-agree-to-act] who: Les deux parties when: -
            undertaking [fr-future-act] who: Le secrétariat when: d’ici le 1er mars 2024
            undertaking [fr-intend-to-act] who: Nous when: en 2026
            recommendation [fr-recommend] who: Le comité when: -
            result [fr-has-done] who: Le gouvernement when: -
            other
            other
        "#]],
    );
}

#[test]
fn a_phrase_that_leads_to_the_subject_is_nobody() {
    check(
        "A partir de mañana entregaremos las becas a los estudiantes de todas las escuelas.
        En mayo la secretaría entregará las becas a los estudiantes de todas las escuelas.",
        expect![[r#"
            undertaking [es-we-future-act] who: - when: A partir de mañana
            undertaking [es-future-act] who: la secretaría when: En mayo
        "#]],
    );
}
