"""The table of contents of everything that happens in the background: event → jobs."""

from api.alerts.contracts import AlertPublished
from api.alerts.contracts.desk import AlertDraftMoved
from api.alerts.contracts.sources import UpstreamEnded
from api.dossiers.contracts import DossierStateChanged
from api.dossiers.contracts.asking import (
    DossierQuestionAnswered,
    DossierQuestionAsked,
    DossierQuestionsOverdue,
)
from api.dossiers.contracts.deadlines import CalendarChanged, DossierDueMoved, DossierOverdue
from api.dossiers.contracts.sharing import DossierFollowed, DossierShareAsked, DossierShareDecided
from api.grants.contracts import MembershipChanged
from api.grants.contracts.inviting import TeamInvited
from api.identity.contracts import CodeAsked, PhoneProven, ProvinceLinked, SecondFactorTaken
from api.kit.proposing import AlertProposed
from api.kit.zalo_oa import ZaloNeedsOperator
from api.messages.contracts import BudgetReached, EmailCodeAsked
from api.messages.contracts.campaigns import CampaignAnnounced
from api.moderation.contracts import PhotoAreasChanged
from api.open311.contracts import OutsideAnswered, PhotoNamed, ReportOffered
from api.photos.contracts import PhotoDerived, PhotoForsaken, PhotoReceived, PhotoRefused
from api.reports.contracts import ReportAlarmRaised, ReportMoved, ReportSubmitted
from api.rescue.contracts import SosReceived
from api.sealed.contracts import SealedBoxAsked, SealedBoxOpened
from api.zalo.contracts import ZaloConsentRevoked, ZaloMessageDelivered, ZaloUidLearned
from outreach.rights.contracts import RightsRequestMoved, VisitPhotosErased
from outreach.teams.contracts import TeamDissolved
from outreach.visits.contracts import WalkNeedsReview
from workers import (
    alerts,
    dossiers,
    floods,
    identity,
    integration,
    messages,
    nearby,
    open311,
    outreach,
    photos,
    reports,
    rescue,
    sealed,
    zalo,
)
from workers.work import Wiring

WIRING: Wiring = {
    CodeAsked: [messages.send_code],
    SecondFactorTaken: [identity.tell_of_reset],
    ProvinceLinked: [identity.tell_of_link],
    MembershipChanged: [identity.tell_of_membership],
    TeamInvited: [identity.text_invitation],
    TeamDissolved: [outreach.tell_dissolved],
    EmailCodeAsked: [messages.send_email_code],
    CampaignAnnounced: [messages.tell_campaign],
    BudgetReached: [messages.tell_officers_of_budget],
    DossierStateChanged: [dossiers.tell_followers],
    DossierDueMoved: [dossiers.tell_moved_date],
    DossierOverdue: [dossiers.tell_late],
    DossierFollowed: [dossiers.tell_owner_of_follower],
    DossierShareAsked: [dossiers.ask_owner, dossiers.text_owner],
    DossierShareDecided: [dossiers.tell_asker],
    DossierQuestionAsked: [dossiers.tell_desk],
    DossierQuestionAnswered: [dossiers.tell_answer],
    DossierQuestionsOverdue: [dossiers.tell_overdue],
    PhoneProven: [dossiers.follow_own],
    CalendarChanged: [integration.recount_open, reports.recount_open],
    SosReceived: [rescue.tell_command],
    ReportSubmitted: [nearby.place_report, reports.tell_reporter, floods.place_report, open311.send_on],
    ReportMoved: [
        open311.send_on,
        reports.tell_reporter,
        reports.tell_staff,
        nearby.tell_witnesses,
        floods.place_report,
    ],
    ReportAlarmRaised: [reports.tell_alarm],
    ReportOffered: [open311.take_in],
    OutsideAnswered: [open311.tell_case],
    PhotoNamed: [open311.fetch_named],
    SealedBoxAsked: [sealed.tell_officers],
    SealedBoxOpened: [sealed.tell_officers],
    PhotoReceived: [photos.make_copies],
    PhotoDerived: [photos.forget_original],
    PhotoAreasChanged: [photos.blur_anew],
    PhotoForsaken: [photos.forget_original],
    PhotoRefused: [photos.forget_original, photos.tell_of_refusal],
    AlertPublished: [alerts.tell_people],
    AlertProposed: [alerts.keep_proposal],
    AlertDraftMoved: [alerts.tell_desk],
    UpstreamEnded: [alerts.tell_of_end],
    ZaloNeedsOperator: [zalo.tell_administrators],
    ZaloConsentRevoked: [zalo.forget_person],
    ZaloUidLearned: [zalo.learn_uid],
    ZaloMessageDelivered: [zalo.take_receipt],
    WalkNeedsReview: [outreach.tell_volunteer],
    RightsRequestMoved: [outreach.tell_request],
    VisitPhotosErased: [outreach.delete_photos],
}
