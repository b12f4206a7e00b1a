//! Codes: for each station a pack, slips to cut, a poster and a paper form. The codes live in
//! memory between the lot and the print; nothing keeps them.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::app::service::Service;
use crate::app::{CodesRequest, Reply, Stage, Watch, files};
use crate::domain::{Branch, Lang, ProtectionLevel, StaffGroup, StationDesign};
use crate::error::{Error, Field, Kind, Result, SealFault};
use crate::export::print::{
    self, BoxCover, Langs, PaperForm, Poster, PrintedStation, PrintedWave, Protection, SixWords,
    SlipSheet,
};
use crate::i18n::message;
use crate::seal::code::Argon2idHash;
use crate::seal::issue::{IssuedCode, Issuer, StationOrder};
use crate::seal::pack::{Pack, PackClass, PackFile};
use crate::seal::plan::{FrozenPlan, PlanClass};
use crate::seal::secret::{Cost, SystemEntropy};
use crate::seal::words::Fingerprint;
use crate::store::Workspace;
use crate::tr;

/// The extension of pack files.
const PACK_EXTENSION: &str = "flpack";

impl Service {
    pub(in crate::app::service) fn make_codes(
        &mut self,
        request: &CodesRequest,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let plan = self.plan(&request.wave)?;
        if request.exit_password.is_empty() {
            return Err(Kind::Seal(SealFault::ExitRefused).into());
        }
        let company = self.company_key()?;
        let stations = self.workspace()?.stations(&request.wave)?;
        let is_wanted = |name: &String, has_pack: bool| {
            request.stations.contains(name) || (request.stations.is_empty() && !has_pack)
        };
        let wanted: Vec<StationDesign> = stations
            .into_iter()
            .filter(|station| is_wanted(&station.design.name, station.pack.is_some()))
            .map(|station| station.design)
            .collect();
        let branches = self.workspace()?.branches()?;
        let mut folders = Vec::new();
        for (at, station) in wanted.iter().enumerate() {
            let share = |within: f32| {
                let (at, all) = (precise(at), precise(wanted.len()));
                (at + within) / all
            };
            let orders = codes_per_class(&plan, station, &branches);
            let staff = self.names_known_at(&station.branches)?;
            let order = StationOrder {
                name: &station.name,
                codes: &orders,
                exit_password: request.exit_password.reveal(),
                staff: &staff,
                cost: Cost::FLOOR,
            };
            let issuer = Issuer {
                plan: &plan,
                company: &company,
                hash: &Argon2idHash,
            };
            let shared = Mutex::new(&mut *watch);
            let goes_on = |done: usize, all: usize| {
                let share = share(precise(done) / precise(all));
                let watch = shared.lock();
                watch.is_ok_and(|mut watch| watch.step(Stage::Codes, Some(share)).is_ok())
            };
            let (pack, codes) = issuer.issue(&order, &mut SystemEntropy, &goes_on)?;
            let prints = Prints::new(&plan, &pack.pack, &request.langs, self.lang())?;
            let folder = request.folder.join(file_name(&station.name));
            let bytes = pack.encode()?;
            prints.write(&folder, &bytes, &codes)?;
            self.workspace_mut()?.change("keep pack", |tx| {
                let words = prints.words();
                Workspace::put_pack(tx, &request.wave, &station.name, (&bytes, &words))
            })?;
            folders.push(folder);
        }
        let Reply::Overview(overview) = self.changed()? else {
            return Err(Kind::Internal("overview".to_owned()).into());
        };
        Ok(Reply::Exported {
            overview,
            files: folders,
        })
    }

    /// The frozen plan of a wave.
    pub(super) fn plan(&self, wave: &crate::domain::WaveCode) -> Result<FrozenPlan> {
        let stored = self.workspace()?.design(wave)?;
        let plan = stored.and_then(|stored| stored.plan);
        FrozenPlan::decode(&plan.ok_or_else(|| Error::from(Kind::WaveState))?)
    }

    /// Writes the pack of a station again, for a lost USB stick. Slips cannot be printed again.
    pub(in crate::app::service) fn export_pack(
        &mut self,
        wave: &crate::domain::WaveCode,
        station: &str,
        path: &Path,
    ) -> Result<Reply> {
        files::write_private(path, &self.pack_file(wave, station)?)?;
        Ok(Reply::Saved(path.to_owned()))
    }

    /// Closes the workspace and makes a pack ready: the kiosk is a process of its own, which never
    /// holds a key of HR.
    pub(in crate::app::service) fn start_kiosk(
        &mut self,
        wave: &crate::domain::WaveCode,
        station: &str,
    ) -> Result<Reply> {
        let name = format!("{}.{PACK_EXTENSION}", file_name(station));
        let path = self.surroundings.data().join("stations").join(name);
        files::write_private(&path, &self.pack_file(wave, station)?)?;
        self.close_workspace()?;
        Ok(Reply::Kiosk(path))
    }

    fn pack_file(&self, wave: &crate::domain::WaveCode, station: &str) -> Result<Vec<u8>> {
        let stations = self.workspace()?.stations(wave)?;
        let found = stations
            .into_iter()
            .find(|known| known.design.name == station);
        found.and_then(|known| known.pack).ok_or_else(|| {
            Error::from(Kind::NotFound {
                field: Field::Name,
                name: station.to_owned(),
            })
        })
    }
}

pub(super) fn precise(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::from(u16::MAX), f32::from)
}

/// How many codes each class gets at a station: the people of its branches who belong to the class.
fn codes_per_class(
    plan: &FrozenPlan,
    station: &StationDesign,
    branches: &[Branch],
) -> Vec<(u16, u32)> {
    let own = |class: &PlanClass| -> u32 {
        let members = branches.iter().filter(|branch| {
            class.branches.contains(&branch.code) && station.branches.contains(&branch.code)
        });
        let people = |branch: &Branch| match class.group {
            None => branch.head_count(),
            Some(StaffGroup::Contact) => branch.contact,
            Some(StaffGroup::BackOffice) => branch.back_office,
        };
        members.map(people).sum()
    };
    let classes = (0..).zip(&plan.classes);
    let counted = classes.map(|(number, class)| (number, own(class)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// A name that every system takes as the name of a file.
fn file_name(text: &str) -> String {
    let fit = |letter: char| {
        let is_bad = letter.is_control() || r#"<>:"/\|?*"#.contains(letter);
        if is_bad { '_' } else { letter }
    };
    let name: String = text.chars().map(fit).collect();
    name.trim().trim_end_matches('.').to_owned()
}

/// Everything that is printed for one station.
struct Prints<'a> {
    plan: &'a FrozenPlan,
    pack: &'a Pack,
    wave: PrintedWave,
    station: PrintedStation,
    langs: Langs,
    /// Language of file names.
    lang: Lang,
}

impl<'a> Prints<'a> {
    fn new(plan: &'a FrozenPlan, pack: &'a Pack, langs: &[Lang], lang: Lang) -> Result<Self> {
        let protection = match plan.policy.level {
            ProtectionLevel::OneKey => Protection::OneKey,
            ProtectionLevel::TwoKeys => Protection::TwoKeys(
                plan.witnesses
                    .iter()
                    .map(|witness| witness.name.clone())
                    .collect(),
            ),
        };
        Ok(Self {
            wave: PrintedWave {
                company: plan.company_name.clone(),
                title: plan.title.clone(),
                closes: plan.policy.closes,
                min_group: plan.policy.min_group,
                min_invited: crate::domain::min_invited(plan.policy.min_group),
                protection,
            },
            station: PrintedStation {
                name: pack.parts().station.clone(),
                words: six_words(&pack.fingerprint()?),
            },
            langs: match langs {
                [one] => Langs::One(*one),
                _ => Langs::Both,
            },
            plan,
            pack,
            lang,
        })
    }

    /// Writes the station's folder. Files of an earlier attempt are replaced: their codes are dead.
    fn write(&self, folder: &Path, pack: &[u8], codes: &[IssuedCode]) -> Result<()> {
        let name = file_name(&self.station.name);
        let mut made: Vec<(PathBuf, Vec<u8>)> = Vec::new();
        let pack_path = folder.join(format!("{name}.{PACK_EXTENSION}"));
        made.push((pack_path, pack.to_vec()));
        for class in &self.pack.parts().classes {
            let label = self.label(class.class);
            let sheet = SlipSheet {
                wave: self.wave.clone(),
                station: self.station.clone(),
                codes: codes
                    .iter()
                    .filter(|issued| issued.class == class.class)
                    .map(|issued| issued.code.shown().to_string())
                    .collect(),
            };
            let file = tr!(self.lang, "codes-file-slips", class = label);
            made.push((
                folder.join(file_name(&file)),
                print::slips(&sheet, self.langs)?,
            ));
        }
        let named = |key| folder.join(message(self.lang, key));
        made.push((
            named("codes-file-covers"),
            print::covers(&self.covers(), self.langs)?,
        ));
        made.push((
            named("codes-file-poster"),
            print::poster(&self.poster()?, self.langs)?,
        ));
        made.push((
            named("codes-file-form"),
            print::form(&self.form()?, self.langs)?,
        ));
        for (path, bytes) in &made {
            files::write_private(path, bytes)?;
        }
        Ok(())
    }

    /// The fingerprint words in both spellings.
    fn words(&self) -> (String, String) {
        let of = |lang| self.station.words.get(lang).join(" ");
        (of(Lang::Ru), of(Lang::En))
    }

    fn label(&self, class: u16) -> &str {
        let class = self.plan.classes.get(usize::from(class));
        class.map_or("", |class| class.label.as_str())
    }

    fn covers(&self) -> Vec<BoxCover> {
        let classes = self.pack.parts().classes.iter();
        let cover = |class: &PackClass| BoxCover {
            wave: self.wave.clone(),
            class: self.label(class.class).to_owned(),
            invited: self
                .plan
                .classes
                .get(usize::from(class.class))
                .map_or(0, PlanClass::invited),
            stations: vec![(self.station.name.clone(), class.issued())],
        };
        classes.map(cover).collect()
    }

    fn poster(&self) -> Result<Poster> {
        Ok(Poster {
            wave: self.wave.clone(),
            station: self.station.clone(),
            minutes: self.form()?.questionnaire.minutes,
        })
    }

    fn form(&self) -> Result<PaperForm> {
        Ok(PaperForm {
            wave: self.wave.clone(),
            questionnaire: crate::import::parse_questionnaire(&self.plan.questionnaire)?,
        })
    }
}

fn six_words(fingerprint: &Fingerprint) -> SixWords {
    SixWords {
        ru: fingerprint.words(Lang::Ru).map(str::to_owned),
        en: fingerprint.words(Lang::En).map(str::to_owned),
    }
}

/// Reads the pack that a station keeps.
pub(super) fn pack_of(bytes: &[u8]) -> Result<PackFile> {
    PackFile::decode(bytes)
}
