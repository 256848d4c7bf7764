//! What a crash left in the folder, put in order before anything else.

use super::Desk;
use crate::TOOL;
use crate::error::Result;
use crate::recordings::assess::assessor::{Assessor, Told};
use crate::recordings::session::reason::CloseReason;
use crate::recordings::session::recover::{self, Recovery};
use crate::recordings::session::{SessionView, Setup, Unreadable};
use crate::recordings::{Event, SessionRecord};
use std::path::Path;
use std::sync::Arc;

impl Desk {
    /// Puts in order what a crash left. A session that cannot be read keeps nobody from recording.
    pub(super) fn recover(&mut self) -> Result<()> {
        let mut broken = Vec::new();
        for (dir, record) in &self.known {
            match self.recover_session(dir, record) {
                Ok(recovery) => {
                    self.recovered.saved += recovery.saved.len();
                    self.recovered.torn += recovery.torn_lines.len();
                }
                Err(error) => broken.push(Unreadable::session(dir, error)?),
            }
        }
        self.known.retain(|(dir, _)| broken.iter().all(|session| session.path != *dir));
        self.unreadable.extend(broken);
        Ok(())
    }

    /// Puts one session in order. Only one whose journal or folder hints at it is read as a whole.
    fn recover_session(&self, dir: &Path, record: &SessionRecord) -> Result<Recovery> {
        if !recover::may_be_needed(dir)? {
            return Ok(Recovery::default());
        }
        let view = SessionView::open(dir)?;
        if let Some(fault) = view.broken() {
            return Err(fault.to_error(dir));
        }
        if !recover::is_needed(&view)? {
            return Ok(Recovery::default());
        }
        let mut sessions = Vec::new();
        for (other_dir, other) in &self.known {
            if other.speaker.id == record.speaker.id && other.locale == record.locale {
                sessions.push(SessionView::open(other_dir)?);
            }
        }
        let assessor = Assessor::of_session(&self.request.policy, record, &sessions)?;
        let setup = Setup::new(Arc::clone(&self.outside.clock));
        let (mut session, recovery) =
            recover::resume(self.lock.clone(), &view, TOOL, setup, &mut assess_with(assessor))?;
        session.append(Event::Closed { reason: CloseReason::Recovered })?;
        Ok(recovery)
    }
}

/// Assesses what is recovered as it would have been assessed live.
pub(super) fn assess_with(
    assessor: Assessor,
) -> impl FnMut(
    &Path,
    &crate::recordings::TakeStart,
    &crate::recordings::CaptureFacts,
) -> Result<(crate::quality::Measurements, crate::quality::Judgement)> {
    move |path, start, capture| assessor.assess_file(path, Told::of(&start.text, capture))
}
