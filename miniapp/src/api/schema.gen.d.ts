// Made by `npm run types` from the API's OpenAPI document: do not edit.
export interface paths {
    "/alerts.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadAlertFeed
         * @description The Atom feed of warnings, with CAP and GeoRSS elements.
         */
        get: operations["read_alert_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CheckHealth
         * @description Whether the process is alive, and whether it is a demo.
         */
        get: operations["check_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CheckReadiness
         * @description Whether requests will succeed: the database answers. Workers may lag without harm.
         */
        get: operations["check_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/alert-feeds/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * PutAlertFeed
         * @description Ask a CAP feed from now on, believing only the senders named; or change how.
         */
        put: operations["put_alert_feed"];
        post?: never;
        /**
         * DeleteAlertFeed
         * @description Ask a CAP feed no more.
         */
        delete: operations["delete_alert_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/calendar-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadCalendarLog
         * @description Who changed which days, and how many open dossiers that moved.
         */
        get: operations["read_calendar_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/calendar-log/{recount_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListMovedDueDates
         * @description The due dates one walk moved, before and after.
         */
        get: operations["list_moved_due_dates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/calendar/{whose}/{on_date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * SetCalendarDay
         * @description Write a holiday, swapped day or local closure; open dossiers it touches are counted anew.
         */
        put: operations["set_calendar_day"];
        post?: never;
        /**
         * RemoveCalendarDay
         * @description Take a day's exception away; open dossiers it touches are counted anew.
         */
        delete: operations["remove_calendar_day"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListCampaigns
         * @description The invitations of my provinces, newest first, and how many were told.
         */
        get: operations["list_campaigns"];
        put?: never;
        /**
         * Announce
         * @description Invite everybody there who said yes to invitations, each once; sending again is safe.
         */
        post: operations["announce_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/campaigns/{campaign_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop
         * @description Tell nobody more; what still waits to leave the app is not sent.
         */
        post: operations["stop_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/campaigns/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CountAudience
         * @description How many people an invitation to these communes would reach now; none of fewer than five.
         */
        post: operations["count_campaign_audience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/forward-systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListForwardSystems
         * @description The systems: what waits, what was sent, acknowledged or failed, and whether the circuit is open.
         */
        get: operations["list_forward_systems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/forward-systems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * ConnectForwardSystem
         * @description Send cases of these subjects and agencies to a system from now on, or otherwise; all its routes and words at once.
         */
        put: operations["connect_forward_system"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/forward-systems/{code}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListForwards
         * @description The newest cases on their way there, with the reasons of those that failed.
         */
        get: operations["list_forwards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/forward-systems/{code}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RetryForwards
         * @description Try what failed once more.
         */
        post: operations["retry_forwards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListGrants
         * @description Who may do what, newest first, with what was taken away.
         */
        get: operations["list_grants"];
        put?: never;
        /**
         * GiveRole
         * @description Give a person a role: volunteers and leaders with a team, handlers with an agency, officers with a province.
         */
        post: operations["give_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/grants/{grant_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TakeRole
         * @description End a role now: the next request of that person no longer has it.
         */
        post: operations["take_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/grants/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * FindGrants
         * @description The same list by role, and by words of a person, team or agency name or a phone number: not in an address.
         */
        post: operations["find_grants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/integration-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListIntegrationKeys
         * @description Every key: whose, for what, last used when, valid until when.
         */
        get: operations["list_integration_keys"];
        put?: never;
        /**
         * CreateIntegrationKey
         * @description A key for an outside system. Key and secret are in this answer only.
         */
        post: operations["create_integration_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/integration-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * RevokeIntegrationKey
         * @description Stop a key at once.
         */
        delete: operations["revoke_integration_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/integration-keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RotateIntegrationKey
         * @description A second key of the same system and scopes; both are valid until the overlap is over.
         */
        post: operations["rotate_integration_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/integration-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListSources
         * @description The systems we ask: how far we are, what went wrong, whether the circuit is open.
         */
        get: operations["list_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/integration-sources/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * ConnectSource
         * @description Ask a system from now on, or elsewhere; the answer is what its developers check our questions by.
         */
        put: operations["connect_source"];
        post?: never;
        /**
         * DisconnectSource
         * @description Ask a system no more.
         */
        delete: operations["disconnect_source"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/integration-sources/{name}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRefusedItems
         * @description Items of a system that could not be taken.
         */
        get: operations["list_refused_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/messages/{delivery_id}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * GiveUp
         * @description Leave it unsent: it stays in its reader's inbox; who decided so is kept.
         */
        post: operations["give_up_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/messages/{delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description Send it again under the same tracking id; who asked for it is kept.
         */
        post: operations["resend_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/messages/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDead
         * @description What could not be sent and waits for somebody, newest first; never a text, addresses masked.
         *
         *     An officer sees those of their provinces: where the reader lives, else whose report or dossier it is about,
         *     else this installation's. An administrator sees all.
         */
        get: operations["list_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/messages/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReportDay
         * @description What today's messages cost of the cap, how many wait, and how many dead letters wait for me.
         */
        get: operations["report_messages_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/people/{person_id}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ResetSecondFactor
         * @description Take away the second factor of who lost app and recovery codes. Recognise them in person first.
         *
         *     They are signed out everywhere, told in their inbox, and enrol anew at the next sign-in.
         */
        post: operations["reset_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/second-factor-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListResets
         * @description Second factors that were taken away: whose, by whom, when and why, newest first.
         */
        get: operations["list_second_factor_resets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAgencies
         * @description The offices that answer, by code.
         */
        get: operations["list_agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAlarms
         * @description What an officer must look into, newest first.
         */
        get: operations["list_alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/dossier-question-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CountAgencyQuestions
         * @description How many questions wait, and how many too long, by agency; never what was asked.
         */
        get: operations["count_agency_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/dossier-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAgencyQuestions
         * @description Questions about my agencies' dossiers, the most pressing first; for handlers only.
         */
        get: operations["list_agency_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/dossier-questions/{question_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AnswerDossierQuestion
         * @description Answer a question; the asker reads it in their timeline and inbox.
         */
        post: operations["answer_dossier_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/dossier-ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SumDossierRatings
         * @description Ratings of my agencies' or province's dossiers, as sums of at least five people.
         */
        get: operations["sum_dossier_ratings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListCases
         * @description The inbox: cases of my agencies (an officer: of the province), most pressing first; or one pile of it.
         */
        get: operations["list_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadCase
         * @description One case with its timeline; never who reported it.
         */
        get: operations["read_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AcceptCase
         * @description Take the case on; where its subject is public, everybody may see it from now on.
         */
        post: operations["accept_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AnswerCase
         * @description Say what was done.
         */
        post: operations["answer_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/around": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadReportAround
         * @description How it came in (accuracy, clock, photo elsewhere), where else it may lie, and the others of its incident.
         */
        get: operations["read_report_around"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskReporter
         * @description Ask the reporter; before the deadline the clock stands still until the answer, for some days at most.
         */
        post: operations["ask_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AssignCase
         * @description Hand the case to an agency; a handler who hands it to another bounces it.
         */
        post: operations["assign_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/bounce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * BounceCase
         * @description Not ours, and why; the third time it goes to the coordinator, whose word is final. The clock runs on.
         */
        post: operations["bounce_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CloseCase
         * @description End an answered case.
         */
        post: operations["close_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConsultAgency
         * @description Wait for somebody else; the clock runs on.
         */
        post: operations["consult_agency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ExtendCase
         * @description More time, once, asked for before the deadline; counted apart from on time.
         */
        post: operations["extend_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MergeCase
         * @description Put the case into another of the same matter; its reporter goes on hearing of every step.
         */
        post: operations["merge_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/photos/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * PutResultPhoto
         * @description Send one photo of what was done, before answering; sending again is safe.
         */
        put: operations["put_result_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RefuseCase
         * @description Refuse, for a reason of the fixed list.
         */
        post: operations["refuse_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DecideReopen
         * @description Grant or decline the reporter's request to reopen.
         */
        post: operations["decide_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/reporter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SeekReporter
         * @description Always refused: nobody at the desk learns who reported, and the province's officers hear who asked.
         */
        post: operations["seek_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ResumeCase
         * @description Go on without waiting longer.
         */
        post: operations["resume_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SplitCase
         * @description Give other agencies their parts; the case ends when all parts have.
         */
        post: operations["split_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListTemplates
         * @description Ready answers for this case: its agency's and its subject's own first.
         */
        get: operations["list_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/reports/{report_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * VerifyCase
         * @description Look into it before anybody is charged with it.
         */
        post: operations["verify_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookAtAlertArea
         * @description Which communes a drawn area touches; nothing is kept.
         */
        post: operations["look_at_alert_area"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAlertDrafts
         * @description Drafts of my province: those that wait for a second officer first.
         */
        get: operations["list_alert_drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadAlertDraft
         * @description One draft with everything that was done to it.
         */
        get: operations["read_alert_draft"];
        /**
         * SaveAlertDraft
         * @description Keep what is written so far; nobody is told. Whoever changed it meanwhile is not overwritten.
         */
        put: operations["save_alert_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-drafts/{draft_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ApproveAlertDraft
         * @description The second officer's yes: it is published now. Not by who wrote or sent it.
         */
        post: operations["approve_alert_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-drafts/{draft_id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DropAlertDraft
         * @description Take a draft off the desk.
         */
        post: operations["drop_alert_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-drafts/{draft_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RefuseAlertDraft
         * @description The second officer's no, with a reason; it can be changed and sent again.
         */
        post: operations["refuse_alert_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-drafts/{draft_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SendAlertDraft
         * @description Publish a draft; levels 4 and 5 wait for another officer.
         */
        post: operations["send_alert_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAlertFeeds
         * @description CAP feeds we ask: the circuit of each, what went wrong, and what became of their newest messages.
         */
        get: operations["list_alert_feeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-hazards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAlertHazards
         * @description The kinds of disaster and the five risk levels of Decision 18/2021/QĐ-TTg.
         */
        get: operations["list_alert_hazards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAlerts
         * @description Warnings, newest first; `active=true` leaves those that hold now or soon.
         */
        get: operations["list_alerts"];
        put?: never;
        /**
         * PublishAlert
         * @description Publish a warning, or a new version of one; levels 4 and 5 wait for a second officer. Sending again is safe.
         */
        post: operations["publish_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadAlertMap
         * @description Warnings as a GeoJSON FeatureCollection (RFC 7946): areas as drawn, or the communes' centres.
         */
        get: operations["read_alert_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadAlert
         * @description One warning and what became of it.
         */
        get: operations["read_alert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CancelAlert
         * @description End a warning early; everybody who was told is told again.
         */
        post: operations["cancel_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert_id}/cap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadAlertCap
         * @description The warning as a CAP 1.2 document; a message never changes.
         */
        get: operations["read_alert_cap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignInDemo
         * @description DEMO ONLY: be one of the six made-up people. 404 where people are real.
         */
        post: operations["sign_in_demo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskCode
         * @description Have a six-digit code sent to a phone. The answer is the same for every number.
         */
        post: operations["ask_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/otp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignInWithCode
         * @description Sign in with the code: five tries, three minutes.
         */
        post: operations["sign_in_with_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/province": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignInProvince
         * @description Sign in with an account of the province: it proves who somebody is; rights come from grants alone.
         */
        post: operations["sign_in_province"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RefreshSession
         * @description Renew a session. Each refresh token is good once; coming late a second time ends the session.
         */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignOut
         * @description End the session of this refresh token.
         */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * BeginTrip
         * @description Leave to sign in at the province's server or at Zalo's page. Keep `binding` in this browser.
         */
        post: operations["begin_trip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListWays
         * @description Which ways in are switched on here, besides a code to the phone.
         */
        get: operations["list_sign_in_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/zalo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignInZalo
         * @description Sign in with Zalo: Zalo itself says who the token belongs to.
         */
        post: operations["sign_in_zalo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/zalo/web": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignInZaloWeb
         * @description Sign in with Zalo from a browser: the code of Zalo's page, good once.
         */
        post: operations["sign_in_zalo_web"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commune-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListCommuneChanges
         * @description What became of a commune, or what it was made from; by code or by former name.
         */
        get: operations["list_commune_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListCommunes
         * @description Communes in force on a day, best match first when searched.
         */
        get: operations["list_communes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FindCommune
         * @description A commune as it was on a day.
         */
        get: operations["find_commune"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossier-rating-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRatingReasons
         * @description The fixed list of reasons of a rating.
         */
        get: operations["list_rating_reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookUpDossier
         * @description Where a dossier stands, by its code and the last four digits of the phone given at filing.
         */
        post: operations["look_up_dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadFigures
         * @description Cases received in these months (the last twelve), every count with its definition and denominator.
         */
        get: operations["read_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * DownloadFigures
         * @description The same sheet for a spreadsheet.
         */
        get: operations["download_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flood-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadFloodMap
         * @description Live hazard reports in cells (or one by one where few), warnings in force and gauges; no persons, no texts.
         */
        get: operations["read_flood_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gauge-crossings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListGaugeCrossings
         * @description When rivers passed alarm levels: what a warning may be drafted of.
         */
        get: operations["list_gauge_crossings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gauge-readings/{reading_id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * JudgeGaugeReading
         * @description Believe a reading or not, with a reason; it goes before the flags.
         */
        post: operations["judge_gauge_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gauge-readings/doubted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDoubtedReadings
         * @description Readings that are not believed and wait for an officer's word.
         */
        get: operations["list_doubted_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gauges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListGauges
         * @description Rivers, rain and reservoirs of a province: last good values with their age, alarms, risk, orders; cameras.
         */
        get: operations["list_gauges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gauges/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadGauge
         * @description One station: its last day, its crossings of alarm levels, a reservoir's orders.
         */
        get: operations["read_gauge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/geo/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ShowCommuneMap
         * @description Commune map of a province as quantised TopoJSON; `sketch` says the cells are not borders.
         */
        get: operations["show_commune_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TellDossierChanges
         * @description Tell up to 10,000 events of any dossiers; one result an item, a bad item loses no other.
         */
        post: operations["tell_dossier_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration/dossiers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * TellDossierChange
         * @description Tell one event of a dossier. Safe to repeat: the same event id is taken once.
         */
        put: operations["tell_dossier_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListSequenceGaps
         * @description Sequence numbers of this system's dossiers that never came.
         */
        get: operations["list_sequence_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration/gauge-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SendGaugeReadings
         * @description Send up to 1,000 readings; one result an item. Sending again is safe; what cannot be believed is kept and flagged.
         */
        post: operations["send_gauge_readings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListHeldEvents
         * @description Events of this system that were kept but do not count, the newest first, and why.
         */
        get: operations["list_held_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integration/sos/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CallBySms
         * @description A text message as its gateway received it; every text is a call. `reply` is what the gateway answers with.
         */
        post: operations["call_by_sms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/life-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListLifeEvents
         * @description Moments of life, each with its procedures in order.
         */
        get: operations["list_life_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/life-events/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ShowLifeEvent
         * @description A moment of life: what to do when, what goes together, which papers to bring once.
         */
        get: operations["show_life_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Locate
         * @description Communes a point may lie in, nearest first. Never kept: a position is personal.
         */
        get: operations["locate_point"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ShowMe
         * @description Who I am, and what I may do now.
         */
        get: operations["show_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * ChangeMe
         * @description Change my shown name or my commune; what is left out stays.
         */
        patch: operations["change_me"];
        trace?: never;
    };
    "/v1/me/alert-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListAlertPlaces
         * @description The communes, besides home, whose warnings I want.
         */
        get: operations["list_alert_places"];
        /**
         * PutAlertPlaces
         * @description These places (five at most) and no others.
         */
        put: operations["put_alert_places"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListConsents
         * @description Every purpose, its sentence, and what I decided.
         */
        get: operations["list_consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * DecideConsent
         * @description Agree to a purpose, or withdraw; every decision is kept with its time and wording.
         */
        put: operations["decide_consent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDevices
         * @description Where I am signed in.
         */
        get: operations["list_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * SignOutDevice
         * @description Sign one of my devices out: it cannot renew its session; what it holds is over in 15 minutes.
         */
        delete: operations["sign_out_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices/sign-out-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignOutOthers
         * @description Sign out everywhere but here.
         */
        post: operations["sign_out_others"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossier-shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDossierShares
         * @description For whom I follow or asked to, and the sentences to agree to.
         */
        get: operations["list_dossier_shares"];
        put?: never;
        /**
         * AskDossierShare
         * @description Follow for a parent or neighbour: ask them in the app, by a code to their phone, or record their yes.
         */
        post: operations["ask_dossier_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossier-shares/{share_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * EndDossierShare
         * @description Follow for them no more, or take the request back.
         */
        delete: operations["end_dossier_share"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossier-shares/{share_id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmDossierShare
         * @description The applicant read out the digits sent to their phone: that is their yes.
         */
        post: operations["confirm_dossier_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListMyDossiers
         * @description The dossiers I follow and those filed with my verified number, heard of last first.
         */
        get: operations["list_my_dossiers"];
        put?: never;
        /**
         * FollowDossier
         * @description Follow a dossier: every change of its state comes into my inbox.
         */
        post: operations["follow_dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossiers/{dossier_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadMyDossier
         * @description One of my dossiers with its timeline.
         */
        get: operations["read_my_dossier"];
        put?: never;
        post?: never;
        /**
         * UnfollowDossier
         * @description Follow no more: it leaves my list and I am told nothing about it.
         */
        delete: operations["unfollow_dossier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossiers/{dossier_id}/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDossierFollowers
         * @description Who follows my dossier, or asks to; mine is what was filed with my verified number.
         */
        get: operations["list_dossier_followers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossiers/{dossier_id}/followers/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * DecideDossierFollower
         * @description Say yes to a request, or end it at once: they then see nothing more of my dossier.
         */
        put: operations["decide_dossier_follower"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossiers/{dossier_id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskAboutDossier
         * @description Ask the agency, ask to be called, or ask that a finished dossier be looked at again.
         */
        post: operations["ask_about_dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/dossiers/{dossier_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * RateDossier
         * @description Rate a finished dossier; changeable for seven days.
         */
        put: operations["rate_dossier"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskEmail
         * @description I read e-mail here: a code is sent there, five times a day at most.
         */
        post: operations["ask_email_code"];
        /**
         * ForgetEmail
         * @description Forget my e-mail address.
         */
        delete: operations["forget_email"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmEmail
         * @description The code that came: five tries, fifteen minutes.
         */
        post: operations["confirm_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/message-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadPreferences
         * @description What I get outside the app, purpose by purpose, and what each channel still needs.
         */
        get: operations["read_message_preferences"];
        /**
         * ChangePreferences
         * @description Switch purposes and channels on or off; what is not named stays. Every decision is kept.
         */
        put: operations["change_message_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadInbox
         * @description My messages, newest first, and how many are unread.
         */
        get: operations["read_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/messages/{message_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MarkMessageRead
         * @description I have read this one; saying so again changes nothing.
         */
        post: operations["mark_message_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/messages/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MarkAllMessagesRead
         * @description I have read all of them.
         */
        post: operations["mark_all_messages_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/phone/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LinkPhone
         * @description Prove that a number is mine by the code it was sent; another account of mine with it becomes this one.
         */
        post: operations["link_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/phone/zalo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmPhone
         * @description Keep the number my own Zalo account shares.
         */
        post: operations["confirm_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/province": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LinkProvince
         * @description Prove that an account of the province is mine; from then on I sign in with it.
         */
        post: operations["link_province"];
        /**
         * UnlinkProvince
         * @description The province's account no longer opens mine; sessions that began with it end, but for this one.
         */
        delete: operations["unlink_province"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe
         * @description This browser shows my notifications (RFC 8030); again, it changes nothing.
         */
        post: operations["subscribe_to_push"];
        /**
         * Unsubscribe
         * @description This browser shows them no more.
         */
        delete: operations["unsubscribe_from_push"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListMyReports
         * @description My reports, newest first.
         */
        get: operations["list_my_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadMyReport
         * @description My report with its timeline, by account or by tracking key.
         *
         *     When somebody who handles the case asks for its reporter's view, the province's officers hear of it.
         */
        get: operations["read_my_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reports/{report_id}/forget-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ForgetReporter
         * @description Remove me from my report, open or not: the matter goes on being handled, nobody can tell from whom it came.
         */
        post: operations["forget_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reports/{report_id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RateReport
         * @description Rate the result, 1 to 5; the last rating counts.
         */
        post: operations["rate_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reports/{report_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ReplyToQuestion
         * @description Answer the agency's question; photos announced here follow at the next free positions.
         */
        post: operations["reply_to_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reports/{report_id}/request-reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RequestReopen
         * @description Say within the window that it is not done.
         */
        post: operations["request_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * BeginSecondFactor
         * @description Get a secret for my authenticator app, shown once; it counts when a code of it came back.
         */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmSecondFactor
         * @description Say that my app has the secret, by a code of it. The answer holds recovery codes, shown once.
         */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ProveSecondFactor
         * @description Prove my second factor: staff rights of this session for 24 hours. Each code works once.
         */
        post: operations["prove_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/zalo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LinkZalo
         * @description Prove that a Zalo account is mine; another account of mine with it becomes this one.
         */
        post: operations["link_zalo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/zalo/web": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LinkZaloWeb
         * @description Prove that a Zalo account is mine from a browser; another account of mine with it becomes this one.
         */
        post: operations["link_zalo_web"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListModeration
         * @description Cases with a photo or text nobody has looked at; `waiting=false`: those somebody has.
         */
        get: operations["list_moderation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadModeration
         * @description What of a case is or would be public, its photos, and everything that was done about it.
         */
        get: operations["read_moderation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/{report_id}/history/{step_id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RevertModeration
         * @description Take one deed back; the history keeps both.
         */
        post: operations["revert_moderation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/{report_id}/looked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * FinishModeration
         * @description Nothing is left to look at: the case leaves the queue.
         */
        post: operations["finish_moderation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/{report_id}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * SetPublic
         * @description Publish a case, or take it from the public with a reason.
         */
        put: operations["set_public"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/{report_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * SetPublicText
         * @description Give the public other words.
         */
        put: operations["set_public_text"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/photos/{photo_id}/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * BlurPhoto
         * @description Blur these areas, or all of the photo; until its copies show it, it is not public.
         */
        put: operations["blur_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/photos/{photo_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * OpenPhoto
         * @description An address of the photo without its blurring, for ten minutes; who asked and why is written down.
         */
        post: operations["open_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/photos/{photo_id}/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * JudgePhoto
         * @description Show one photo to everybody, or hide it with a reason; the others stay as they are.
         */
        put: operations["judge_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListSearches
         * @description What people asked for, above all in vain; counts under five are kept back.
         */
        get: operations["list_searches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/open-data/reports.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * DownloadReportsCsv
         * @description Published cases as CSV, newest first: codes, days, rounded places; nothing anybody wrote.
         */
        get: operations["download_reports_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/open-data/reports.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * DownloadReportsGeojson
         * @description The same as GeoJSON (RFC 7946).
         */
        get: operations["download_reports_geojson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ViewCoverage
         * @description Adults who know and can, by commune, with their interval and the line of the target.
         */
        get: operations["view_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ViewProgress
         * @description What your own team has done in its area.
         */
        get: operations["view_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/public-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ViewPublicCoverage
         * @description The same for everybody: counts under 5 people are kept back.
         */
        get: operations["view_public_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * PullArea
         * @description What changed in your team's area since the cursor; ask again while `more`.
         */
        get: operations["pull_area"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * RecountCoverage
         * @description Count every figure again from the log and compare: the proof that none has drifted.
         */
        get: operations["recount_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SyncVisits
         * @description Bring home what a phone recorded; safe to send again, one answer an event.
         */
        post: operations["sync_visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListTeams
         * @description The teams you walk with; for officers the teams of their provinces.
         */
        get: operations["list_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/teams/{team_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListMembers
         * @description Who is of a team you lead, since when and by whom: leaders first, then who came last.
         */
        get: operations["list_team_members"];
        put?: never;
        /**
         * TakeInMember
         * @description Make somebody who has signed in with this number a volunteer of a team you lead, from today. They are told.
         */
        post: operations["take_in_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/teams/{team_id}/members/{member_id}/take-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TakeOutMember
         * @description End a volunteer's membership now: their next request no longer has it. They are told who did it and why.
         */
        post: operations["take_out_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/tonight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * PlanTonight
         * @description The next doors to knock at, best first, each with its reason.
         */
        get: operations["plan_tonight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/photos/{photo_id}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadPhoto
         * @description A copy to show: everybody's when the case is public, else its reporter's and handlers'.
         */
        get: operations["read_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/photos/{photo_id}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadClearPhoto
         * @description A photo without its blurring, at an address that `open_photo` gave to one person for ten minutes.
         */
        get: operations["read_clear_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FindProcedures
         * @description Procedures for a query in any words, best first; `hotline` when nothing fits.
         */
        get: operations["find_procedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ShowProcedure
         * @description The page of one procedure; with a commune it says where there, and counts its days off.
         */
        get: operations["show_procedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures/popular": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListPopularProcedures
         * @description What most people of a province want.
         */
        get: operations["list_popular_procedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CountSearch
         * @description Say that a search is over: its words and what was opened are counted, nobody is remembered.
         */
        post: operations["count_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SuggestProcedures
         * @description How what was typed may go on, each with the procedure it leads to.
         */
        get: operations["suggest_procedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provinces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListProvinces
         * @description The 34 provinces and cities, in dictionary order.
         */
        get: operations["list_provinces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * TakeEsms
         * @description ESMS tells what became of a message; one that is not ours is answered the same.
         */
        get: operations["take_esms_receipt"];
        put?: never;
        /**
         * Take
         * @description A carrier, or the reader of our bounce mailbox, tells what became of a message.
         */
        post: operations["take_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListReportCategories
         * @description Subjects a field report can be about, with deadlines, and the words of states and refusals.
         */
        get: operations["list_report_categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListReports
         * @description Verified cases, newest first, without persons.
         */
        get: operations["list_reports"];
        put?: never;
        /**
         * SubmitReport
         * @description Send a field report, with or without an account; the same id again gets the first answer.
         */
        post: operations["submit_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadReport
         * @description One verified case, without its reporter.
         */
        get: operations["read_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report_id}/photos/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * PutReportPhoto
         * @description Send one photo as raw bytes (JPEG, PNG, WebP or HEIC, up to 12 MB); sending again is safe.
         */
        put: operations["put_report_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report_id}/photos/{position}/pieces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CountPhotoPieces
         * @description Where to go on with a photo whose sending broke off.
         */
        get: operations["count_photo_pieces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * AddPhotoPiece
         * @description Send a photo piece by piece: bytes from `offset`; the last piece makes the photo, and any piece may come twice.
         */
        patch: operations["add_photo_piece"];
        trace?: never;
    };
    "/v1/reports/{report_id}/photos/native": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * UploadNativePhotos
         * @description FOR ZALO: multipart, one or several parts `file`; refusals are HTTP 200 with `error` -1.
         */
        post: operations["upload_native_photos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report_id}/photos/native-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * OpenNativeUpload
         * @description An address for `openMediaPicker({serverUploadUrl})` in Zalo, whose uploader sends no headers of ours.
         */
        post: operations["open_native_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report_id}/witnesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * WitnessReport
         * @description Say "me too", with or without an account; the same id again changes nothing.
         */
        post: operations["witness_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookNearby
         * @description What is reported already where one is about to report; a question by POST, so that no address names a place.
         */
        post: operations["look_nearby"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ListNearestReports
         * @description Verified cases, the nearest first.
         */
        post: operations["list_nearest_reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadRescueBoard
         * @description All open incidents, who waits first; 304 while nothing has changed, so that looking every 3 s costs little.
         */
        get: operations["read_rescue_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/incidents/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadIncident
         * @description One incident with its calls and its log; no number.
         */
        get: operations["read_incident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/incidents/{incident_id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookAtNumbers
         * @description Whom to call, for the command post and whoever holds it; every look is in the log.
         */
        post: operations["look_at_numbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/incidents/{incident_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MergeIncident
         * @description One house was taken for two: put this incident into another.
         */
        post: operations["merge_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/incidents/{incident_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SplitIncident
         * @description Two houses were taken for one: give a call its own incident.
         */
        post: operations["split_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/incidents/{incident_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ActOnIncident
         * @description Take it, call back, set out, reach, end it: one step of the table, on the version I see.
         */
        post: operations["act_on_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rescue/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRescuesNearby
         * @description What I hold, and, when I agreed to be asked, what waits near my team's commune.
         */
        get: operations["list_rescues_nearby"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reservoir-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RecordReservoirOrder
         * @description Record an order to discharge; everybody sees it at once. Sending again is safe.
         */
        post: operations["record_reservoir_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sealed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListSealed
         * @description Cases of sealed subjects, and who asked to open their boxes, why, who agreed, how often it was read.
         */
        get: operations["list_sealed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sealed/{report_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskSealed
         * @description Ask for a box to be opened; another officer has half an hour to agree.
         */
        post: operations["ask_sealed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sealed/openings/{opening_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AgreeSealed
         * @description Agree, as another person than who asked: the two may read for a quarter of an hour.
         */
        post: operations["agree_sealed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sealed/openings/{opening_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ReadSealed
         * @description What was in the box, for the two who opened it; each reading is written down.
         */
        post: operations["read_sealed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sealed/openings/{opening_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RefuseSealed
         * @description Say no, or take one's own request back.
         */
        post: operations["refuse_sealed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CallForHelp
         * @description Call for help, in 200 bytes. Never refused for how often or how oddly; the same id again adds what was left out.
         */
        post: operations["call_for_help"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sos/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FollowCall
         * @description How it goes on, by the tracking key of the answer.
         */
        get: operations["follow_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sos/{call_id}/safe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SaySafe
         * @description Say that I am safe now.
         */
        post: operations["say_safe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AskBeforeLeaving
         * @description A page with one button: mail scanners open links, so opening one must not decide anything.
         */
        get: operations["ask_before_unsubscribing"];
        put?: never;
        /**
         * Leave
         * @description No more e-mails of this kind: the button above, or a mail reader's own (RFC 8058).
         */
        post: operations["unsubscribe_by_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zalo/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ShareLocation
         * @description Turn the token of `getLocation()` into a pin. Nothing is kept; asking spends the token.
         */
        post: operations["share_zalo_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zalo/oa/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ConnectOa
         * @description The address in Zalo's console that an administrator of the Official Account comes back to.
         */
        get: operations["connect_zalo_oa"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zalo/webhooks/mini-app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ProbeMiniAppWebhook
         * @description FOR ZALO: the address answers.
         */
        get: operations["probe_zalo_mini_app_webhook"];
        put?: never;
        /**
         * TakeMiniAppEvent
         * @description FOR ZALO: events of the Mini App, `user.revoke.consent` above all, signed over their values.
         */
        post: operations["take_zalo_mini_app_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zalo/webhooks/oa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ProbeOaWebhook
         * @description FOR ZALO: the address answers.
         */
        get: operations["probe_zalo_oa_webhook"];
        put?: never;
        /**
         * TakeOaEvent
         * @description FOR ZALO: events of the Official Account and of template messages, signed over the exact bytes.
         */
        post: operations["take_zalo_oa_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AdultLine */
        AdultLine: {
            assessed: boolean;
            birth_year: number | null;
            can: boolean;
            gone: boolean;
            /** Format: uuid */
            household_id: string;
            /** Format: uuid */
            id: string;
            knows: boolean | null;
            label: string | null;
            position: number;
            sex: string | null;
        };
        /**
         * AfterPause
         * @description What becomes of the period when the papers are complete.
         * @enum {string}
         */
        AfterPause: "restart" | "resume";
        /** Agency */
        Agency: {
            code: string;
            commune_code: string | null;
            demo: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            province_code: string;
        };
        /** AgencyName */
        AgencyName: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** AgencyQuestion */
        AgencyQuestion: {
            agency_name: string;
            agreed: boolean | null;
            answer: string | null;
            /** Format: date-time */
            answer_by: string;
            answered_at: string | null;
            /** Format: date-time */
            asked_at: string;
            dossier_code: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["QuestionKind"];
            overdue: boolean;
            phone: string | null;
            procedure_name: string;
            state_code: string;
            state_name: string | null;
            text: string;
        };
        /** AgencyRatings */
        AgencyRatings: {
            /** Format: uuid */
            agency_id: string;
            agency_name: string;
            average: number | null;
            ratings: number | null;
            reasons: components["schemas"]["ReasonCount"][];
            satisfied: number | null;
            suppressed: boolean;
        };
        /** AlarmList */
        AlarmList: {
            items: components["schemas"]["reports_contracts_handling_Alarm"][];
        };
        /** Alert */
        Alert: {
            active: boolean;
            approved: boolean;
            cancel_reason: string | null;
            cancelled_at: string | null;
            cap_category: string;
            cap_severity: string;
            certainty: components["schemas"]["AlertCertainty"];
            /** Format: uuid */
            chain_id: string;
            circles: components["schemas"]["Circle"][];
            colour: string;
            colour_name: string;
            communes: components["schemas"]["AlertCommune"][];
            description: string;
            /** Format: date-time */
            effective_at: string;
            /** Format: date-time */
            expires_at: string;
            hazard: string;
            hazard_group: number;
            hazard_group_name: string;
            hazard_name: string;
            hazard_name_en: string;
            headline: string;
            icon: string;
            /** Format: uuid */
            id: string;
            identifier: string;
            ink: string;
            instruction: string;
            level_before: number | null;
            level_icon: string;
            level_meaning: string;
            level_name: string;
            msg_type: components["schemas"]["MessageType"];
            onset_at: string | null;
            origin: components["schemas"]["Origin"];
            polygons: number[][][];
            province_code: string;
            replaced_by: string | null;
            replaces: string | null;
            risk_level: number;
            river_alarm: string;
            sender: string;
            sender_name: string;
            /** Format: date-time */
            sent_at: string;
            status: components["schemas"]["Status"];
            urgency: components["schemas"]["Urgency"];
        };
        /**
         * AlertCertainty
         * @description How sure it is (CAP certainty).
         * @default likely
         * @enum {string}
         */
        AlertCertainty: "observed" | "likely" | "possible" | "unlikely" | "unknown";
        /** AlertCommune */
        AlertCommune: {
            code: string;
            lat: number | null;
            lon: number | null;
            name: string;
        };
        /** AlertContent */
        AlertContent: {
            certainty?: components["schemas"]["AlertCertainty"];
            circles?: components["schemas"]["Circle"][];
            commune_codes?: string[];
            /** @default  */
            description: string;
            effective_at?: string | null;
            expires_at?: string | null;
            /** @default  */
            hazard: string;
            /** @default  */
            headline: string;
            /** @default  */
            instruction: string;
            onset_at?: string | null;
            polygons?: number[][][];
            replaces?: string | null;
            risk_level?: number | null;
            /** @default  */
            river_alarm: string;
            status?: components["schemas"]["Status"];
            urgency?: components["schemas"]["Urgency"];
        };
        /** AlertDraft */
        AlertDraft: {
            /** Format: date-time */
            changed_at: string;
            content: components["schemas"]["AlertContent"];
            /** Format: date-time */
            created_at: string;
            hazard_name: string | null;
            /** Format: uuid */
            id: string;
            may_decide: boolean;
            needs_second_person: boolean;
            note: string;
            origin: components["schemas"]["Origin"];
            province_code: string;
            reason: string;
            state: components["schemas"]["DraftState"];
            steps: components["schemas"]["DraftStep"][];
            version: number;
        };
        /** AlertDraftList */
        AlertDraftList: {
            items: components["schemas"]["AlertDraft"][];
        };
        /** AlertFeed */
        AlertFeed: {
            active: boolean;
            circuit: string;
            every_seconds: number;
            failures: number;
            last_error: string | null;
            last_ok_at: string | null;
            mode: components["schemas"]["FeedMode"];
            name: string;
            /** Format: date-time */
            next_at: string;
            province_code: string;
            senders: string[];
            url: string;
        };
        /** AlertFeedMessage */
        AlertFeedMessage: {
            detail: string;
            identifier: string;
            message_id: string | null;
            outcome: components["schemas"]["FeedOutcome"];
            /** Format: date-time */
            received_at: string;
            sender: string;
            sent_at: string | null;
            source: string;
        };
        /** AlertFeeds */
        AlertFeeds: {
            items: components["schemas"]["AlertFeed"][];
            messages: components["schemas"]["AlertFeedMessage"][];
        };
        /** AlertFeedSettings */
        AlertFeedSettings: {
            /** @default true */
            active: boolean;
            /** @default 60 */
            every_seconds: number;
            mode?: components["schemas"]["FeedMode"];
            province_code: string;
            senders: string[];
            url: string;
        };
        /** AlertPlace */
        AlertPlace: {
            commune_code: string;
            commune_name: string;
            label: string;
        };
        /** AlertPlaces */
        AlertPlaces: {
            items: components["schemas"]["AlertPlace"][];
        };
        /** Level */
        alerts_contracts_Level: {
            colour: string;
            colour_name: string;
            icon: string;
            ink: string;
            level: number;
            meaning: string;
            name: string;
            needs_second_person: boolean;
            tell_without_consent: boolean;
        };
        /** Answer */
        Answer: {
            answer: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Recount */
        api_dossiers_contracts_deadlines_Recount: {
            after_change: number;
            finished_at: string | null;
            id: number;
            looked: number;
            moved: number;
            /** Format: date-time */
            started_at: string;
            upto_change: number;
        };
        /** Receipt */
        api_dossiers_contracts_Receipt: {
            /** Format: uuid */
            dossier_id: string;
            due_at: string | null;
            event_id: string;
            first_result: components["schemas"]["api_dossiers_contracts_Verdict"];
            flags: components["schemas"]["dossiers_contracts_Flag"][];
            result: components["schemas"]["api_dossiers_contracts_Verdict"];
            sequence: number;
            state_code: string;
        };
        /**
         * Verdict
         * @description What became of an event.
         * @enum {string}
         */
        api_dossiers_contracts_Verdict: "applied" | "late" | "held" | "duplicate";
        /**
         * Verdict
         * @description What an officer makes of a reading.
         * @enum {string}
         */
        api_gauges_contracts_Verdict: "believed" | "doubted";
        /** Receipt */
        api_messages_contracts_Receipt: {
            id: string;
            /** @default  */
            reason: string;
            state: string;
        };
        /** Receipt */
        api_reports_contracts_Receipt: {
            code: string;
            /** Format: date-time */
            due_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            received_at: string;
            state: components["schemas"]["ReportState"];
            tracking_key: string;
            warnings: string[];
        };
        /** Area */
        Area: {
            h: number;
            w: number;
            what?: components["schemas"]["kit_areas_What"];
            x: number;
            y: number;
        };
        /** Around */
        Around: {
            accuracy_m: number | null;
            candidates: components["schemas"]["OtherCommune"][];
            clock_off_s: number | null;
            happened_at: string | null;
            incident: components["schemas"]["Companion"][];
            occurred_at: string | null;
            on_behalf: boolean;
            photo_elsewhere: boolean;
            pin: string | null;
            place_doubted: boolean;
            same_text: number;
            supporters: number;
            told_commune_name: string | null;
        };
        /** Arrived */
        Arrived: {
            offset: number;
            whole: boolean;
        };
        /** Assign */
        Assign: {
            agency_id?: string | null;
            note?: string | null;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Audience */
        Audience: {
            people: number | null;
        };
        /** AudienceQuestion */
        AudienceQuestion: {
            commune_codes: string[];
        };
        /** Bounce */
        Bounce: {
            agency_id?: string | null;
            note: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** CalendarChange */
        CalendarChange: {
            after: {
                [key: string]: string;
            } | null;
            before: {
                [key: string]: string;
            } | null;
            /** Format: date-time */
            changed_at: string;
            /** Format: date */
            from_on: string;
            id: number;
            scope: string;
            to_on: string | null;
            what: string;
        };
        /** CalendarDay */
        CalendarDay: {
            /** @default high */
            certainty: string;
            kind: components["schemas"]["DayKind"];
            name: string;
            source: string;
        };
        /** CalendarLog */
        CalendarLog: {
            changes: components["schemas"]["CalendarChange"][];
            recounts: components["schemas"]["api_dossiers_contracts_deadlines_Recount"][];
        };
        /** CallLine */
        CallLine: {
            channel: components["schemas"]["rescue_contracts_Channel"];
            doubts: string[];
            for_other: boolean;
            has_phone: boolean;
            people: number | null;
            place: string | null;
            place_from: components["schemas"]["PlaceFrom"];
            position: number;
            /** Format: date-time */
            received_at: string;
            sends: number;
            text: string | null;
        };
        /** Camera */
        Camera: {
            code: string;
            demo: boolean;
            lat: number | null;
            lon: number | null;
            name: string;
            owner: string;
            place: string;
            station_code: string | null;
            url: string;
        };
        /** Campaign */
        Campaign: {
            communes: string[];
            /** Format: date-time */
            created_at: string;
            finished_at: string | null;
            /** Format: uuid */
            id: string;
            invitation: string;
            link: string | null;
            name: string;
            stopped_at: string | null;
            told: number;
        };
        /** Cancellation */
        Cancellation: {
            reason: string;
        };
        /** Candidate */
        Candidate: {
            code: string;
            distance_m: number;
            full_name: string;
            name: string;
            part_of: string;
            province_code: string;
        };
        /** Case */
        Case: {
            accuracy_m: number | null;
            /** Format: date-time */
            acknowledge_by: string;
            actions?: string[];
            agency_id: string | null;
            agency_name: string | null;
            answer: string | null;
            bounces: number;
            category_code: string;
            category_name: string;
            code: string;
            commune_code: string;
            commune_confirmed: boolean;
            commune_distance_m: number | null;
            commune_name: string;
            decided: boolean;
            description: string | null;
            /** Format: date-time */
            due_at: string;
            evidence_required: boolean;
            extension_reason: string | null;
            finished_at: string | null;
            first_due_at: string | null;
            follows_code: string | null;
            /** Format: uuid */
            id: string;
            ladder_level: number;
            lat: number;
            late: boolean;
            lon: number;
            merged_code: string | null;
            parent_code: string | null;
            parent_id: string | null;
            parts: components["schemas"]["Part"][];
            paused_at: string | null;
            photo_count: number;
            photos: components["schemas"]["ShownPhoto"][];
            photos_received: number;
            published: boolean;
            rating: number | null;
            rating_comment: string | null;
            /** Format: date-time */
            received_at: string;
            refusal_reason: string | null;
            reopenings: number;
            state: components["schemas"]["ReportState"];
            state_name: string;
            supporters: number;
            term: number;
            term_unit: string;
            timeline?: components["schemas"]["Step"][];
            urgent: boolean;
            version: number;
            waiting_until: string | null;
        };
        /** CaseCounts */
        CaseCounts: {
            extended: number;
            handled: number;
            late: number;
            merged: number;
            on_time: number;
            open: number;
            overdue: number;
            rated: number | null;
            received: number;
            refused: number;
            reopened: number;
            satisfied: number | null;
            unhappy: number | null;
            unrated: number | null;
            unresolved: number;
        };
        /** Category */
        Category: {
            acknowledge_unit: components["schemas"]["TimeUnit"];
            acknowledge_within: number;
            anonymous_allowed: boolean;
            code: string;
            duplicate_hours: number;
            duplicate_radius_m: number;
            evidence_required: boolean;
            finish_unit: components["schemas"]["TimeUnit"];
            finish_within: number;
            handed_to: string | null;
            hint: string;
            icon: string;
            name: string;
            parent_code: string | null;
            public: boolean;
            public_decimals: number;
            sealed: boolean;
            urgent: boolean;
        };
        /** CategoryList */
        CategoryList: {
            items: components["schemas"]["Category"][];
            refusal_reasons: components["schemas"]["Reason"][];
            states: components["schemas"]["Word"][];
        };
        /**
         * Certainty
         * @description How sure the writers of a checklist are.
         * @enum {string}
         */
        Certainty: "high" | "medium" | "low";
        /** ChangeBatch */
        ChangeBatch: {
            items: components["schemas"]["ToldChange"][];
        };
        /** ChannelReady */
        ChannelReady: {
            address: string | null;
            channel: components["schemas"]["messages_contracts_Channel"];
            ready: boolean;
            why_not: string | null;
        };
        /** Choice */
        Choice: {
            channel: components["schemas"]["messages_contracts_Channel"];
            granted: boolean;
            purpose: components["schemas"]["messages_contracts_Kind"];
        };
        /** Chosen */
        Chosen: {
            code: string;
            count: number;
            title: string;
        };
        /** Circle */
        Circle: {
            lat: number;
            lon: number;
            radius_km: number;
        };
        /**
         * Circuit
         * @description `open`: left alone for a while; `half_open`: the next question is a try.
         * @enum {string}
         */
        Circuit: "closed" | "open" | "half_open";
        /** ClearPhoto */
        ClearPhoto: {
            expires_in: number;
            url: string;
        };
        /**
         * ClockState
         * @description What the agency's deadline clock does.
         * @enum {string}
         */
        ClockState: "not_started" | "running" | "paused" | "stopped";
        /** Cluster */
        Cluster: {
            lat: number;
            lon: number;
            /** Format: date-time */
            newest_at: string;
            sign: components["schemas"]["Sign"];
            unverified: number;
            verified: number;
        };
        /** CodeAnswer */
        CodeAnswer: {
            /** Format: uuid */
            challenge_id: string;
            code: string;
        };
        /** CodeChallenge */
        CodeChallenge: {
            /** Format: uuid */
            challenge_id: string;
            demo: boolean;
            demo_code: string | null;
            expires_in: number;
        };
        /** CodeRequest */
        CodeRequest: {
            /** @description Số di động Việt Nam: 09…, 84… hoặc +84… */
            phone: string;
        };
        /** Commune */
        Commune: {
            area_km2: number | null;
            basis: string;
            code: string;
            full_name: string;
            lat: number | null;
            lon: number | null;
            name: string;
            part_of: string;
            province_code: string;
            type: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
        };
        /** CommuneLine */
        CommuneLine: {
            code: string;
            full_name: string;
            lat: number | null;
            lon: number | null;
            name: string;
            part_of: string;
            province_code: string;
            type: string;
        };
        /** CommuneMap */
        CommuneMap: {
            arcs: number[][][];
            bbox: number[];
            objects: components["schemas"]["MapObjects"];
            province_code: string;
            sketch: boolean;
            transform: components["schemas"]["MapTransform"];
            type: string;
        };
        /** Companion */
        Companion: {
            code: string;
            distance_m: number;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            received_at: string;
            state: string;
            state_name: string;
        };
        /** Connected */
        Connected: {
            message: string;
            oa_id: string;
        };
        /** Consent */
        Consent: {
            decided_at: string | null;
            granted: boolean;
            purpose: components["schemas"]["Purpose"];
            text: string;
            text_version: string;
            title: string;
        };
        /** ConsentChange */
        ConsentChange: {
            granted: boolean;
            text_version?: string | null;
        };
        /** Consult */
        Consult: {
            note: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Contact */
        Contact: {
            phone: string | null;
            position: number;
            victim_name: string | null;
            victim_phone: string | null;
        };
        /** Contacts */
        Contacts: {
            items: components["schemas"]["Contact"][];
        };
        /** Counted */
        Counted: {
            asked: number;
            chosen: components["schemas"]["Chosen"][];
            empty: number;
            query: string;
        };
        /** Coverage */
        Coverage: {
            adults_assessed: number | null;
            adults_population: number | null;
            adults_reached: number | null;
            adults_registered: number | null;
            bound_high: number | null;
            bound_low: number | null;
            commune_code: string | null;
            commune_name: string;
            high: number | null;
            know_and_can: number | null;
            low: number | null;
            population_on: string | null;
            population_source: string | null;
            share: number | null;
            /** @default false */
            suppressed: boolean;
            verdict: components["schemas"]["outreach_measurement_contracts_Verdict"];
            visits: number | null;
        };
        /** CoverageReport */
        CoverageReport: {
            /** Format: date-time */
            as_of: string;
            communes: components["schemas"]["Coverage"][];
            method: string;
            province_code: string;
            target: components["schemas"]["Target"];
            total: components["schemas"]["Coverage"];
        };
        /** Crossing */
        Crossing: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            reference_level: number;
            risk_high: number | null;
            risk_low: number | null;
            risk_open: boolean;
            river: string | null;
            stage: number;
            stage_before: number;
            station_code: string;
            station_name: string;
            value: number;
            zone: number | null;
        };
        /** Crossings */
        Crossings: {
            items: components["schemas"]["Crossing"][];
        };
        /**
         * DayKind
         * @description Why a day differs from the plain week.
         * @enum {string}
         */
        DayKind: "holiday" | "swapped_day_off" | "working_saturday" | "local_closure" | "local_opening";
        /** DayReport */
        DayReport: {
            cap_vnd: number;
            cost_vnd: number;
            dead: number;
            waiting: number;
        };
        /** DeadLetter */
        DeadLetter: {
            address_masked: string | null;
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["messages_contracts_Kind"];
            reason: string | null;
            sending_at: string | null;
            urgent: boolean;
            way: components["schemas"]["messages_contracts_Way"];
            why: string;
        };
        /**
         * Deadline
         * @description The period this dossier was promised in, when the source knows it.
         */
        Deadline: {
            /** @default null */
            after_pause: components["schemas"]["AfterPause"] | null;
            amount: number;
            /** @default working_day */
            unit: components["schemas"]["Unit"];
        };
        /**
         * DeadlineUnit
         * @description What a deadline is counted in.
         * @enum {string}
         */
        DeadlineUnit: "working_day" | "calendar_day" | "hour" | "month" | "unknown";
        /**
         * Deed
         * @description What a moderator did.
         * @enum {string}
         */
        Deed: "text" | "publish" | "withhold" | "approve" | "hide" | "areas" | "look";
        /** DemoSignIn */
        DemoSignIn: {
            role: components["schemas"]["Role"];
            /** @default false */
            second: boolean;
        };
        /** Device */
        Device: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_seen_at: string;
            name: string;
            this: boolean;
            way: components["schemas"]["identity_contracts_Way"];
        };
        /** Devices */
        Devices: {
            items: components["schemas"]["Device"][];
        };
        /**
         * Dialect
         * @description How a system is spoken to: GeoReport v2, or the small signed JSON of docs/decisions/0067.
         * @default open311
         * @enum {string}
         */
        Dialect: "open311" | "signed";
        /** Difference */
        Difference: {
            commune_code: string;
            kept: number[];
            recounted: number[];
        };
        /** Dossier */
        Dossier: {
            agency_name: string | null;
            clock: components["schemas"]["ClockState"];
            code: string;
            days_left: number | null;
            demo: boolean;
            due_at: string | null;
            extension_reason: string | null;
            filed_by: components["schemas"]["FiledBy"];
            first_due_at: string | null;
            followed: boolean;
            held_by: string;
            /** Format: uuid */
            id: string;
            last_known: string;
            /** Format: date-time */
            last_known_at: string;
            late: boolean;
            late_reason: string | null;
            letters?: components["schemas"]["Letter"][];
            may_ask?: components["schemas"]["QuestionKind"][];
            /** @default false */
            may_rate: boolean;
            next_step: string;
            owned: boolean;
            procedure_code: string;
            procedure_name: string;
            promised_at: string | null;
            questions?: components["schemas"]["dossiers_contracts_asking_Question"][];
            rating?: components["schemas"]["dossiers_contracts_rating_Rating"] | null;
            silent: boolean;
            standing: string;
            state_code: string;
            state_known: boolean;
            state_name: string;
            timeline: components["schemas"]["TimelineEntry"][];
        };
        /** DossierChange */
        DossierChange: {
            agency_code?: string | null;
            agency_name?: string | null;
            applicant_phone?: string | null;
            /** @default false */
            correction: boolean;
            deadline?: components["schemas"]["dossiers_contracts_Deadline"] | null;
            event_id: string;
            extension?: components["schemas"]["Extension"];
            filed_by: components["schemas"]["FiledBy"];
            late_reason?: string | null;
            note?: string | null;
            /** Format: date-time */
            occurred_at: string;
            previous_sequence?: number | null;
            procedure_code: string;
            procedure_name?: string | null;
            promised_at?: string | null;
            sequence: number;
            state_code: string;
            state_name?: string | null;
        };
        /** Question */
        dossiers_contracts_asking_Question: {
            agreed: boolean | null;
            answer: string | null;
            /** Format: date-time */
            answer_by: string;
            answered_at: string | null;
            /** Format: date-time */
            asked_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["QuestionKind"];
            may_call: boolean;
            overdue: boolean;
            text: string;
        };
        /** Deadline */
        dossiers_contracts_Deadline: {
            after_pause?: components["schemas"]["AfterPause"] | null;
            amount: number;
            unit?: components["schemas"]["kit_calendar_Unit"];
        };
        /**
         * Flag
         * @description What was remarkable about an event.
         * @enum {string}
         */
        dossiers_contracts_Flag: "unknown_state" | "unlisted_step" | "backward" | "after_end" | "out_of_order" | "same_sequence" | "earlier_time" | "correction" | "gap" | "second_extension" | "extension_not_later";
        /** BatchAnswer */
        dossiers_contracts_integration_BatchAnswer: {
            counts: {
                [key: string]: number;
            };
            items: components["schemas"]["ItemResult"][];
        };
        /**
         * Outcome
         * @description What became of an item.
         * @enum {string}
         */
        dossiers_contracts_integration_Outcome: "applied" | "late" | "held" | "duplicate" | "refused";
        /** Rating */
        dossiers_contracts_rating_Rating: {
            /** Format: date-time */
            changeable_until: string;
            /** Format: date-time */
            rated_at: string;
            reasons: components["schemas"]["RatingReason"][];
            stars: number;
            words: string | null;
        };
        /** Doubted */
        Doubted: {
            /** Format: date-time */
            at: string;
            flags: components["schemas"]["gauges_contracts_Flag"][];
            id: number;
            last_good: number | null;
            last_good_at: string | null;
            quantity: components["schemas"]["Quantity"];
            /** Format: date-time */
            received_at: string;
            sent_unit: string;
            sent_value: number;
            station_code: string;
            station_name: string;
            system: string;
            value: number;
        };
        /** DraftMove */
        DraftMove: {
            version: number;
        };
        /** DraftRefusal */
        DraftRefusal: {
            reason: string;
            version: number;
        };
        /**
         * DraftState
         * @description Where a draft stands.
         * @enum {string}
         */
        DraftState: "draft" | "waiting" | "refused" | "published" | "dropped";
        /** DraftStep */
        DraftStep: {
            /** Format: date-time */
            at: string;
            note: string;
            person_name: string | null;
            /** @enum {string} */
            verb: "proposed" | "saved" | "sent" | "approved" | "published" | "refused" | "dropped";
        };
        /** DrawnArea */
        DrawnArea: {
            circles?: components["schemas"]["Circle"][];
            polygons?: number[][][];
        };
        /** DueChange */
        DueChange: {
            code: string;
            /** Format: uuid */
            dossier_id: string;
            due_after: string | null;
            due_before: string | null;
            recount_id: number;
            system: string;
        };
        /** EmailAsked */
        EmailAsked: {
            demo_code: string | null;
            email_masked: string;
            expires_in: number;
        };
        /** EmailCode */
        EmailCode: {
            code: string;
        };
        /** EventName */
        EventName: {
            code: string;
            name: string;
        };
        /** EventResult */
        EventResult: {
            event_id: string | null;
            field?: string | null;
            reason?: string | null;
            reason_code?: string | null;
            status: components["schemas"]["EventStatus"];
        };
        /**
         * EventStatus
         * @description Where an event stands after this upload.
         * @enum {string}
         */
        EventStatus: "accepted" | "duplicate" | "held" | "conflict" | "rejected";
        /** EventStep */
        EventStep: {
            code: string;
            level: components["schemas"]["procedures_contracts_Level"];
            name: string;
            online: components["schemas"]["Online"];
            plain_title: string | null;
        };
        /** Extend */
        Extend: {
            amount: number;
            note: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Extension */
        Extension: {
            /** Format: date-time */
            due_at: string;
            reason: string;
        };
        /** FactorCode */
        FactorCode: {
            code: string;
        };
        /** Fee */
        Fee: {
            quality: components["schemas"]["FeeQuality"];
            text: string;
            vnd: number | null;
        };
        /**
         * FeedMode
         * @description What becomes of a believed message: a draft for an officer, or published where one person may.
         * @default draft
         * @enum {string}
         */
        FeedMode: "draft" | "publish";
        /**
         * FeedOutcome
         * @description What became of a message of a feed.
         * @enum {string}
         */
        FeedOutcome: "drafted" | "published" | "dropped" | "cancelled" | "cancel_asked" | "ignored" | "refused";
        /**
         * FeeQuality
         * @description How far a printed fee can be trusted; only `stated` is an amount.
         * @enum {string}
         */
        FeeQuality: "stated" | "local_rule" | "other_rule" | "unclear" | "unknown";
        /** FieldError */
        FieldError: {
            field: string;
            message: string;
        };
        /** FigureDefinition */
        FigureDefinition: {
            code: string;
            meaning: string;
            name: string;
            part?: string | null;
            whole?: string | null;
        };
        /** FigureLine */
        FigureLine: {
            counts: components["schemas"]["CaseCounts"] | null;
            hidden: boolean;
            key: string;
            name: string;
            shares: components["schemas"]["FigureShare"][];
        };
        /**
         * FiguresBy
         * @description What the lines of a sheet are.
         * @default month
         * @enum {string}
         */
        FiguresBy: "month" | "category" | "agency" | "commune";
        /** FigureShare */
        FigureShare: {
            code: string;
            part: number | null;
            percent: number | null;
            whole: number | null;
        };
        /** FigureSheet */
        FigureSheet: {
            as_of: string | null;
            by: components["schemas"]["FiguresBy"];
            definitions: components["schemas"]["FigureDefinition"][];
            items: components["schemas"]["FigureLine"][];
            reasons: components["schemas"]["RefusalCount"][];
            since: string;
            total: components["schemas"]["FigureLine"];
            until: string;
        };
        /**
         * FiledBy
         * @description How the dossier was filed: only `self` is what online services are for.
         * @enum {string}
         */
        FiledBy: "self" | "assisted" | "on_behalf" | "counter_digitised";
        /** Follower */
        Follower: {
            ended_at: string | null;
            given_on: string | null;
            how: components["schemas"]["How"];
            id: string;
            name: string;
            phone_masked: string | null;
            purpose: components["schemas"]["SharePurpose"] | null;
            relation: components["schemas"]["Relation"] | null;
            /** Format: date-time */
            since: string;
            state: components["schemas"]["ShareState"];
        };
        /** FollowerDecision */
        FollowerDecision: {
            allowed: boolean;
            text_version?: string | null;
        };
        /** Followers */
        Followers: {
            items: components["schemas"]["Follower"][];
            text: string;
            text_version: string;
        };
        /** ForwardLine */
        ForwardLine: {
            attempts: number;
            code: string;
            next_at: string | null;
            reason: string | null;
            /** Format: uuid */
            report_id: string;
            state: string;
            their_id: string | null;
            their_status: string | null;
        };
        /** ForwardLines */
        ForwardLines: {
            items: components["schemas"]["ForwardLine"][];
        };
        /** ForwardRoute */
        ForwardRoute: {
            agency_id?: string | null;
            category_code?: string | null;
            service_code: string;
        };
        /** ForwardSettings */
        ForwardSettings: {
            /** @default true */
            active: boolean;
            api_key?: string | null;
            dialect?: components["schemas"]["Dialect"];
            /** @default 600 */
            every_seconds: number;
            jurisdiction_id?: string | null;
            name: string;
            routes?: components["schemas"]["ForwardRoute"][];
            url: string;
            words?: {
                [key: string]: components["schemas"]["Meaning"];
            };
        };
        /** ForwardSystem */
        ForwardSystem: {
            acknowledged: number;
            active: boolean;
            code: string;
            dialect: components["schemas"]["Dialect"];
            failed: number;
            failures: number;
            jurisdiction_id: string | null;
            last_error: string | null;
            last_ok_at: string | null;
            name: string;
            open_until: string | null;
            sent: number;
            url: string;
            waiting: number;
        };
        /** ForwardSystems */
        ForwardSystems: {
            items: components["schemas"]["ForwardSystem"][];
        };
        /** Found */
        Found: {
            /** @default false */
            ambiguous: boolean;
            hotline?: components["schemas"]["Hotline"] | null;
            items: components["schemas"]["ProcedureLine"][];
            next?: string | null;
        };
        /** Gap */
        Gap: {
            code: string;
            /** Format: uuid */
            dossier_id: string;
            first: number;
            last: number;
        };
        /** GaugeBoard */
        GaugeBoard: {
            /** Format: date-time */
            as_of: string;
            cameras: components["schemas"]["Camera"][];
            items: components["schemas"]["Station"][];
        };
        /** GaugePoint */
        GaugePoint: {
            /** Format: date-time */
            at: string;
            value: number;
        };
        /** Alarm */
        gauges_contracts_Alarm: {
            delta: number;
            reference: string;
            reference_level: number;
            stage: number;
            words: string;
        };
        /** BatchAnswer */
        gauges_contracts_BatchAnswer: {
            counts: {
                [key: string]: number;
            };
            items: components["schemas"]["ReadingResult"][];
        };
        /**
         * Flag
         * @description Why a reading is not believed.
         * @enum {string}
         */
        gauges_contracts_Flag: "negative" | "out_of_range" | "other_unit" | "jump" | "stuck" | "late" | "future" | "contradicts";
        /**
         * Kind
         * @description What a station looks at.
         * @enum {string}
         */
        gauges_contracts_Kind: "river" | "rain" | "reservoir";
        /**
         * Outcome
         * @description What became of a sent reading.
         * @enum {string}
         */
        gauges_contracts_Outcome: "good" | "flagged" | "duplicate" | "refused";
        /** GaugeSeries */
        GaugeSeries: {
            points: components["schemas"]["GaugePoint"][];
            quantity: components["schemas"]["Quantity"];
            unit: string;
        };
        /** GoneEndpoint */
        GoneEndpoint: {
            endpoint: string;
        };
        /** Grant */
        Grant: {
            agency_id: string | null;
            agency_name: string | null;
            /** Format: date-time */
            granted_at: string;
            granted_by: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            person_name: string;
            person_phone: string | null;
            province_code: string | null;
            reason: string | null;
            revoked_at: string | null;
            revoked_by: string | null;
            role: components["schemas"]["Role"];
            team_id: string | null;
            team_name: string | null;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
        };
        /** GrantSearch */
        GrantSearch: {
            cursor?: string | null;
            /** @default false */
            holding: boolean;
            /** @default 20 */
            limit: number;
            role?: components["schemas"]["Role"] | null;
            /** @default  */
            words: string;
        };
        /** Hamlet */
        Hamlet: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * HamletKind
         * @description What people call the place.
         * @enum {string}
         */
        HamletKind: "thon" | "ban" | "to_dan_pho";
        /** HamletName */
        HamletName: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["HamletKind"];
            name: string;
        };
        /** Hazard */
        Hazard: {
            code: string;
            group_name: string;
            group_no: number;
            icon: string;
            name: string;
        };
        /** HazardList */
        HazardList: {
            hazards: components["schemas"]["Hazard"][];
            levels: components["schemas"]["alerts_contracts_Level"][];
        };
        /** Health */
        Health: {
            /** @default false */
            demo: boolean;
            /** @default ok */
            status: string;
        };
        /** HeldEvent */
        HeldEvent: {
            code: string;
            event_id: string;
            flags: components["schemas"]["dossiers_contracts_Flag"][];
            /** Format: date-time */
            occurred_at: string;
            /** Format: date-time */
            recorded_at: string;
            sequence: number;
            state_code: string;
        };
        /**
         * Help
         * @description What is wanted.
         * @enum {string}
         */
        Help: "boat" | "doctor" | "move" | "food" | "other";
        /** Hotline */
        Hotline: {
            phone: string;
            text: string;
        };
        /** HouseholdLine */
        HouseholdLine: {
            adults_total: number | null;
            do_not_contact: boolean;
            gone: boolean;
            /** Format: uuid */
            hamlet_id: string;
            /** Format: uuid */
            id: string;
            last_result: string | null;
            last_visited_at: string | null;
            position: number;
            reference: string;
            revisit_at: string | null;
            visits: number;
        };
        /**
         * How
         * @description How the applicant says yes; `by_code` is nobody's yes: followed as one's own with both factors.
         * @enum {string}
         */
        How: "asked" | "code" | "spoken" | "written" | "by_code";
        /**
         * Way
         * @description How a session began.
         * @enum {string}
         */
        identity_contracts_Way: "demo" | "zalo" | "otp" | "oidc";
        /**
         * ImageKind
         * @description The formats we take, by the media type they are.
         * @enum {string}
         */
        ImageKind: "image/jpeg" | "image/png" | "image/webp" | "image/heic";
        /** Inbox */
        Inbox: {
            items: components["schemas"]["Message"][];
            next: string | null;
            unread: number;
        };
        /** InboxLine */
        InboxLine: {
            agency_name: string | null;
            bounces: number;
            category_code: string;
            category_name: string;
            code: string;
            commune_code: string;
            commune_name: string;
            description: string | null;
            /** Format: date-time */
            due_at: string;
            extended: boolean;
            /** Format: uuid */
            id: string;
            ladder_level: number;
            late: boolean;
            part: boolean;
            paused: boolean;
            photos_received: number;
            priority: number;
            /** Format: date-time */
            received_at: string;
            state: components["schemas"]["ReportState"];
            state_name: string;
            unrouted: boolean;
            urgent: boolean;
            version: number;
        };
        /** Incident */
        Incident: {
            acc_m: number | null;
            actions?: string[];
            attempts: number;
            by_volunteer: boolean;
            call_lines?: components["schemas"]["CallLine"][];
            calls: number;
            commune_name: string | null;
            held: boolean;
            held_at: string | null;
            held_by: string | null;
            help: components["schemas"]["Help"] | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_call_at: string;
            lat: number | null;
            lon: number | null;
            /** @default false */
            may_look: boolean;
            mine: boolean;
            number: number;
            /** Format: date-time */
            opened_at: string;
            people: number | null;
            place: string | null;
            rank: number;
            reasons: string[];
            state: components["schemas"]["RescueState"];
            /** @default  */
            state_name: string;
            steps?: components["schemas"]["IncidentStep"][];
            version: number;
            weak: string;
            what: components["schemas"]["rescue_contracts_What"] | null;
            worse: boolean;
        };
        /** IncidentLine */
        IncidentLine: {
            acc_m: number | null;
            attempts: number;
            by_volunteer: boolean;
            calls: number;
            commune_name: string | null;
            held: boolean;
            help: components["schemas"]["Help"] | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_call_at: string;
            lat: number | null;
            lon: number | null;
            mine: boolean;
            number: number;
            /** Format: date-time */
            opened_at: string;
            people: number | null;
            place: string | null;
            rank: number;
            reasons: string[];
            state: components["schemas"]["RescueState"];
            /** @default  */
            state_name: string;
            version: number;
            weak: string;
            what: components["schemas"]["rescue_contracts_What"] | null;
            worse: boolean;
        };
        /** IncidentStep */
        IncidentStep: {
            action: string;
            /** @default  */
            action_name: string;
            by: string;
            note: string | null;
            /** Format: date-time */
            occurred_at: string;
            person_name: string | null;
            state: components["schemas"]["RescueState"];
        };
        /** IntegrationKey */
        IntegrationKey: {
            /** Format: date-time */
            created_at: string;
            demo: boolean;
            /** Format: uuid */
            id: string;
            last_used_at: string | null;
            must_sign: boolean;
            name: string;
            revoked_at: string | null;
            scopes: components["schemas"]["KeyScope"][];
            system: string;
        };
        /** IntegrationKeys */
        IntegrationKeys: {
            items: components["schemas"]["IntegrationKey"][];
        };
        /** ItemResult */
        ItemResult: {
            code: string | null;
            detail?: string | null;
            dossier_id?: string | null;
            due_at?: string | null;
            event_id: string | null;
            first_result?: components["schemas"]["api_dossiers_contracts_Verdict"] | null;
            flags?: components["schemas"]["dossiers_contracts_Flag"][];
            problem?: string | null;
            result: components["schemas"]["dossiers_contracts_integration_Outcome"];
            sequence?: number | null;
            state_code?: string | null;
        };
        /** Journey */
        Journey: {
            code: string;
            groups: components["schemas"]["JourneyGroup"][];
            intro: string;
            name: string;
            note: string | null;
            papers: components["schemas"]["SharedPaper"][];
        };
        /** JourneyGroup */
        JourneyGroup: {
            no: number;
            note: string | null;
            steps: components["schemas"]["JourneyStep"][];
            title: string;
            together: boolean;
        };
        /** JourneyStep */
        JourneyStep: {
            code: string;
            condition: string | null;
            deadline_text: string;
            fee_text: string;
            level: components["schemas"]["procedures_contracts_Level"];
            level_text: string;
            name: string;
            online: components["schemas"]["Online"];
            online_text: string;
            optional: boolean;
            plain_title: string | null;
            what_for: string | null;
        };
        /** Judgement */
        Judgement: {
            note: string;
            verdict: components["schemas"]["api_gauges_contracts_Verdict"];
        };
        /**
         * KeyScope
         * @description What a key may do.
         * @enum {string}
         */
        KeyScope: "dossiers:write" | "dossiers:read" | "gauges:write" | "sos:write" | "reports:write";
        /**
         * What
         * @description What is hidden.
         * @default other
         * @enum {string}
         */
        kit_areas_What: "face" | "plate" | "other";
        /**
         * Unit
         * @description What a period is counted in.
         * @default working_day
         * @enum {string}
         */
        kit_calendar_Unit: "working_day" | "working_hour" | "calendar_day" | "month" | "same_day";
        /** Letter */
        Letter: {
            body: string;
            /** Format: date-time */
            made_at: string;
            title: string;
        };
        /** LifeEvent */
        LifeEvent: {
            code: string;
            name: string;
            note: string | null;
            steps: components["schemas"]["EventStep"][];
        };
        /** Line */
        Line: {
            agency_name: string | null;
            category_code: string;
            category_name: string;
            code: string;
            commune_code: string;
            commune_name: string;
            description: string | null;
            /** Format: date-time */
            due_at: string;
            /** Format: uuid */
            id: string;
            late: boolean;
            photos_received: number;
            /** Format: date-time */
            received_at: string;
            state: components["schemas"]["ReportState"];
            state_name: string;
            urgent: boolean;
            version: number;
        };
        /**
         * LinkedWay
         * @description A way in that a person has proven to be theirs.
         * @enum {string}
         */
        LinkedWay: "phone" | "zalo" | "province";
        /** Located */
        Located: {
            candidates: components["schemas"]["Candidate"][];
            confirm: boolean;
            method: components["schemas"]["Method"];
        };
        /** Looked */
        Looked: {
            version: number;
        };
        /** Lookup */
        Lookup: {
            code: string;
            phone_last4: string;
        };
        /** MapAlert */
        MapAlert: {
            commune_codes: string[];
            /** Format: date-time */
            expires_at: string;
            hazard_name: string;
            headline: string;
            /** Format: uuid */
            id: string;
            level_name: string;
            risk_level: number;
            /** Format: date-time */
            sent_at: string;
            status: string;
        };
        /** MapCell */
        MapCell: {
            arcs: unknown[];
            id: string;
            properties: components["schemas"]["MapLabel"];
            type: string;
        };
        /** MapCells */
        MapCells: {
            geometries: components["schemas"]["MapCell"][];
            type: string;
        };
        /** MapGauge */
        MapGauge: {
            code: string;
            demo: boolean;
            kind: string;
            lat: number;
            level: number | null;
            level_at: string | null;
            lon: number;
            name: string;
            rain_24h: number | null;
            rain_at: string | null;
            reference_level: number | null;
            stage: number | null;
        };
        /** MapLabel */
        MapLabel: {
            centre: number[];
            full_name: string;
            name: string;
        };
        /** MapObjects */
        MapObjects: {
            communes: components["schemas"]["MapCells"];
        };
        /** MapTransform */
        MapTransform: {
            scale: number[];
            translate: number[];
        };
        /** Me */
        Me: {
            agencies: components["schemas"]["AgencyName"][];
            demo: boolean;
            display_name: string;
            home_commune_code: string | null;
            home_commune_name: string | null;
            /** Format: uuid */
            id: string;
            linked: components["schemas"]["LinkedWay"][];
            phone_masked: string | null;
            province_codes: string[];
            roles: components["schemas"]["Role"][];
            second_factor: components["schemas"]["SecondFactor"];
            teams: components["schemas"]["TeamName"][];
            waiting_roles: components["schemas"]["Role"][];
        };
        /**
         * Meaning
         * @description What a system's word means for our case.
         * @enum {string}
         */
        Meaning: "seen" | "working" | "done" | "refused";
        /** Measured */
        Measured: {
            /** Format: date-time */
            at: string;
            per_hour: number | null;
            quantity: components["schemas"]["Quantity"];
            stale: boolean;
            trend: components["schemas"]["Trend"] | null;
            unit: string;
            value: number;
        };
        /** MeChange */
        MeChange: {
            display_name?: string;
            home_commune_code?: string | null;
        };
        /** Member */
        Member: {
            by_name: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            person_name: string;
            person_phone: string | null;
            removable: boolean;
            role: components["schemas"]["Role"];
            /** Format: date */
            since: string;
        };
        /** Merge */
        Merge: {
            into: string;
            note?: string | null;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Message */
        Message: {
            body: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["messages_contracts_Kind"];
            link: string | null;
            read_at: string | null;
            title: string;
        };
        /** MessagePreferences */
        MessagePreferences: {
            channels: components["schemas"]["ChannelReady"][];
            danger: string;
            purposes: components["schemas"]["PurposeChoice"][];
            push_key: string | null;
            quiet_from: string;
            quiet_until: string;
            text_version: string;
        };
        /**
         * Channel
         * @description Where a person can be told besides the inbox: what they switch on and off.
         * @enum {string}
         */
        messages_contracts_Channel: "push" | "email" | "zalo" | "sms";
        /**
         * Kind
         * @description What a message is about: the purpose a person agrees to, each on its own.
         * @enum {string}
         */
        messages_contracts_Kind: "dossier" | "report" | "alert" | "visit" | "campaign" | "system";
        /**
         * Way
         * @description How a carrier is spoken to; three ways make the one channel Zalo.
         * @enum {string}
         */
        messages_contracts_Way: "push" | "email" | "zalo_oa" | "zalo_uid" | "zalo_phone" | "sms";
        /**
         * MessageType
         * @description The first message, a new version, or the end.
         * @enum {string}
         */
        MessageType: "alert" | "update" | "cancel";
        /**
         * Method
         * @description How a point was placed.
         * @enum {string}
         */
        Method: "centroid" | "boundary";
        /** Opening */
        moderation_contracts_Opening: {
            reason: string;
        };
        /** MyReport */
        MyReport: {
            accuracy_m: number | null;
            actions?: string[];
            agency_name: string | null;
            anonymous: boolean;
            answer: string | null;
            category_code: string;
            category_name: string;
            code: string;
            commune_code: string;
            commune_name: string;
            description: string | null;
            /** Format: date-time */
            due_at: string;
            extension_reason: string | null;
            finished_at: string | null;
            first_due_at: string | null;
            follows_code: string | null;
            /** Format: date-time */
            happened_at: string;
            /** Format: uuid */
            id: string;
            lat: number;
            late: boolean;
            lon: number;
            merged_code: string | null;
            parts: components["schemas"]["Part"][];
            paused_at: string | null;
            photo_count: number;
            photos: components["schemas"]["ShownPhoto"][];
            photos_received: number;
            published: boolean;
            question: string | null;
            rating: number | null;
            rating_comment: string | null;
            /** Format: date-time */
            received_at: string;
            refusal_reason: string | null;
            reopen_until?: string | null;
            reopenings: number;
            state: components["schemas"]["ReportState"];
            state_name: string;
            supporters: number;
            timeline?: components["schemas"]["Step"][];
            told_commune_name: string | null;
            urgent: boolean;
            version: number;
            waiting_until: string | null;
        };
        /** NativeAddress */
        NativeAddress: {
            expires_in: number;
            max_bytes: number;
            url: string;
        };
        /** NativeAnswer */
        NativeAnswer: {
            data?: components["schemas"]["NativeUrls"] | null;
            error: number;
            message: string;
        };
        /** NativeUrls */
        NativeUrls: {
            urls: string[];
        };
        /** Near */
        Near: {
            code: string;
            description: string | null;
            distance_m: number;
            /** Format: uuid */
            id: string;
            is_open: boolean;
            photo: string | null;
            /** Format: date-time */
            received_at: string;
            state: string;
            state_name: string;
            supporters: number;
            verified: boolean;
        };
        /** Place */
        nearby_contracts_Place: {
            lat: number;
            lon: number;
        };
        /** Question */
        nearby_contracts_Question: {
            accuracy_m?: number | null;
            category_code: string;
            lat: number;
            lon: number;
        };
        /** NearestList */
        NearestList: {
            items: components["schemas"]["Near"][];
        };
        /** NearList */
        NearList: {
            hours: number;
            items: components["schemas"]["Near"][];
            radius_m: number;
        };
        /** NewAlert */
        NewAlert: {
            certainty: components["schemas"]["AlertCertainty"];
            circles?: components["schemas"]["Circle"][];
            commune_codes?: string[];
            description: string;
            /** Format: date-time */
            effective_at: string;
            /** Format: date-time */
            expires_at: string;
            hazard: string;
            headline: string;
            /** Format: uuid */
            id: string;
            /** @default  */
            instruction: string;
            onset_at?: string | null;
            polygons?: number[][][];
            replaces?: string | null;
            risk_level: number;
            /** @default  */
            river_alarm: string;
            status?: components["schemas"]["Status"];
            urgency: components["schemas"]["Urgency"];
        };
        /** NewAlertPlace */
        NewAlertPlace: {
            commune_code: string;
            label: string;
        };
        /** NewAlertPlaces */
        NewAlertPlaces: {
            items: components["schemas"]["NewAlertPlace"][];
        };
        /** NewAnswer */
        NewAnswer: {
            agreed?: boolean | null;
            answer: string;
        };
        /** NewCampaign */
        NewCampaign: {
            commune_codes: string[];
            /** Format: uuid */
            id: string;
            invitation: string;
            link?: string | null;
            name: string;
        };
        /** NewEmail */
        NewEmail: {
            email: string;
        };
        /** NewGrant */
        NewGrant: {
            agency_id?: string | null;
            person_id?: string | null;
            /** @description Số đã được xác minh của người đó */
            phone?: string | null;
            province_code?: string | null;
            /** @enum {string} */
            role: "volunteer" | "team_leader" | "handler" | "officer" | "admin";
            team_id?: string | null;
            valid_from?: string | null;
            valid_to?: string | null;
        };
        /** NewIntegrationKey */
        NewIntegrationKey: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            key: string;
            name: string;
            scopes: components["schemas"]["KeyScope"][];
            secret: string;
            system: string;
        };
        /** NewKey */
        NewKey: {
            name: string;
            scopes?: components["schemas"]["KeyScope"][];
            system: string;
        };
        /** NewMember */
        NewMember: {
            /** @description Số đã được xác minh của người đó */
            phone: string;
        };
        /** NewOrder */
        NewOrder: {
            /** @default  */
            document: string;
            from_m3s: number;
            /** Format: uuid */
            id: string;
            issuer: string;
            /** @default  */
            note: string;
            reservoir: string;
            /** Format: date-time */
            starts_at: string;
            to_m3s: number;
        };
        /** NewPushSubscription */
        NewPushSubscription: {
            endpoint: string;
            expiration_time?: number | null;
            keys: components["schemas"]["PushKeys"];
        };
        /** NewQuestion */
        NewQuestion: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["QuestionKind"];
            /** @default false */
            may_call: boolean;
            text: string;
        };
        /** NewRating */
        NewRating: {
            reasons?: components["schemas"]["RatingReason"][];
            stars: number;
            words?: string | null;
        };
        /** NewReport */
        NewReport: {
            accuracy_m?: number | null;
            /** @default false */
            anonymous: boolean;
            /** @default false */
            behalf_consent: boolean;
            category_code: string;
            /** @description Mã xã, phường, đặc khu */
            commune_code: string;
            /** @default false */
            commune_confirmed: boolean;
            /** @description Số điện thoại liên hệ */
            contact_phone?: string | null;
            description?: string | null;
            follows_id?: string | null;
            /** Format: date-time */
            happened_at: string;
            /** Format: uuid */
            id: string;
            lat: number;
            lon: number;
            /** @default false */
            on_behalf: boolean;
            /** @default 0 */
            photo_count: number;
            photo_far_m?: number | null;
            pin?: components["schemas"]["Pin"] | null;
            seal?: string | null;
            sent_at?: string | null;
            /** @default false */
            urgent: boolean;
        };
        /** NewSecondFactor */
        NewSecondFactor: {
            secret: string;
            uri: string;
        };
        /** NewShare */
        NewShare: {
            code: string;
            given_on?: string | null;
            /** @enum {string} */
            how: "asked" | "code" | "spoken" | "written";
            owner_phone?: string | null;
            phone_last4: string;
            purpose: components["schemas"]["SharePurpose"];
            relation: components["schemas"]["Relation"];
            text_version: string;
        };
        /** NewSms */
        NewSms: {
            sender: string;
            sms_id: string;
            text: string;
        };
        /** NewSos */
        NewSos: {
            acc_m?: number | null;
            help?: string | null;
            /** Format: uuid */
            id: string;
            lat?: number | null;
            lon?: number | null;
            people?: number | null;
            phone?: string | null;
            place?: string | null;
            text?: string | null;
            victim?: string | null;
            weak?: string | null;
            what?: string | null;
            worse?: boolean | null;
        };
        /** NewTrip */
        NewTrip: {
            way: components["schemas"]["TripWay"];
        };
        /** NewWitness */
        NewWitness: {
            /** Format: uuid */
            id: string;
            /** @default false */
            wants_news: boolean;
        };
        /** NextDoor */
        NextDoor: {
            adults_assessed: number;
            adults_total: number;
            hamlet: string;
            /** Format: uuid */
            household_id: string;
            last_result: string | null;
            last_visit_on: string | null;
            reason: string;
            reference: string;
            revisit_at: string | null;
            score: number;
        };
        /** Office */
        Office: {
            commune_code: string;
            commune_name: string;
            name: string;
        };
        /**
         * Online
         * @description How far it goes online (Decree 42/2022).
         * @enum {string}
         */
        Online: "full" | "partial" | "none" | "unknown";
        /** Order */
        Order: {
            demo: boolean;
            document: string;
            from_m3s: number;
            /** Format: uuid */
            id: string;
            issuer: string;
            note: string;
            /** Format: date-time */
            recorded_at: string;
            reservoir: string;
            reservoir_name: string;
            /** Format: date-time */
            starts_at: string;
            to_m3s: number;
        };
        /**
         * Origin
         * @description Who first thought of it.
         * @enum {string}
         */
        Origin: "officer" | "gauge" | "upstream";
        /** OtherCommune */
        OtherCommune: {
            agency_name: string | null;
            commune_code: string;
            commune_name: string;
            distance_m: number;
            why: string;
        };
        /** Recount */
        outreach_measurement_contracts_Recount: {
            /** Format: date-time */
            as_of: string;
            communes: number;
            differences: components["schemas"]["Difference"][];
            equal: boolean;
        };
        /**
         * Verdict
         * @description What may be claimed about the target, at 95 % one-sided confidence.
         * @enum {string}
         */
        outreach_measurement_contracts_Verdict: "met" | "not_met" | "not_enough_data";
        /** Receipt */
        outreach_visits_contracts_Receipt: {
            /** Format: uuid */
            install_id: string;
            seq: number;
            signature: string;
        };
        /** Page[Alert] */
        "Page_api.alerts.contracts.Alert_": {
            items: components["schemas"]["Alert"][];
            next?: string | null;
        };
        /** Page[Consent] */
        "Page_api.consents.contracts.Consent_": {
            items: components["schemas"]["Consent"][];
            next?: string | null;
        };
        /** Page[DueChange] */
        "Page_api.dossiers.contracts.deadlines.DueChange_": {
            items: components["schemas"]["DueChange"][];
            next?: string | null;
        };
        /** Page[Dossier] */
        "Page_api.dossiers.contracts.Dossier_": {
            items: components["schemas"]["Dossier"][];
            next?: string | null;
        };
        /** Page[Gap] */
        "Page_api.dossiers.contracts.integration.Gap_": {
            items: components["schemas"]["Gap"][];
            next?: string | null;
        };
        /** Page[HeldEvent] */
        "Page_api.dossiers.contracts.integration.HeldEvent_": {
            items: components["schemas"]["HeldEvent"][];
            next?: string | null;
        };
        /** Page[Refusal] */
        "Page_api.dossiers.contracts.sources.Refusal_": {
            items: components["schemas"]["Refusal"][];
            next?: string | null;
        };
        /** Page[Doubted] */
        "Page_api.gauges.contracts.Doubted_": {
            items: components["schemas"]["Doubted"][];
            next?: string | null;
        };
        /** Page[Agency] */
        "Page_api.grants.contracts.Agency_": {
            items: components["schemas"]["Agency"][];
            next?: string | null;
        };
        /** Page[Grant] */
        "Page_api.grants.contracts.Grant_": {
            items: components["schemas"]["Grant"][];
            next?: string | null;
        };
        /** Page[Member] */
        "Page_api.grants.contracts.Member_": {
            items: components["schemas"]["Member"][];
            next?: string | null;
        };
        /** Page[SecondFactorReset] */
        "Page_api.identity.contracts.SecondFactorReset_": {
            items: components["schemas"]["SecondFactorReset"][];
            next?: string | null;
        };
        /** Page[Campaign] */
        "Page_api.messages.contracts.campaigns.Campaign_": {
            items: components["schemas"]["Campaign"][];
            next?: string | null;
        };
        /** Page[DeadLetter] */
        "Page_api.messages.contracts.DeadLetter_": {
            items: components["schemas"]["DeadLetter"][];
            next?: string | null;
        };
        /** Page[ToLook] */
        "Page_api.moderation.contracts.ToLook_": {
            items: components["schemas"]["ToLook"][];
            next?: string | null;
        };
        /** Page[Change] */
        "Page_api.places.contracts.Change_": {
            items: components["schemas"]["places_contracts_Change"][];
            next?: string | null;
        };
        /** Page[CommuneLine] */
        "Page_api.places.contracts.CommuneLine_": {
            items: components["schemas"]["CommuneLine"][];
            next?: string | null;
        };
        /** Page[Province] */
        "Page_api.places.contracts.Province_": {
            items: components["schemas"]["Province"][];
            next?: string | null;
        };
        /** Page[LifeEvent] */
        "Page_api.procedures.contracts.LifeEvent_": {
            items: components["schemas"]["LifeEvent"][];
            next?: string | null;
        };
        /** Page[ProcedureLine] */
        "Page_api.procedures.contracts.ProcedureLine_": {
            items: components["schemas"]["ProcedureLine"][];
            next?: string | null;
        };
        /** Page[PublicReport] */
        "Page_api.published.contracts.PublicReport_": {
            items: components["schemas"]["PublicReport"][];
            next?: string | null;
        };
        /** Page[InboxLine] */
        "Page_api.reports.contracts.InboxLine_": {
            items: components["schemas"]["InboxLine"][];
            next?: string | null;
        };
        /** Page[Line] */
        "Page_api.reports.contracts.Line_": {
            items: components["schemas"]["Line"][];
            next?: string | null;
        };
        /** Page[SealedCase] */
        "Page_api.sealed.contracts.SealedCase_": {
            items: components["schemas"]["SealedCase"][];
            next?: string | null;
        };
        /** Page[Team] */
        "Page_outreach.teams.contracts.Team_": {
            items: components["schemas"]["Team"][];
            next?: string | null;
        };
        /** Paper */
        Paper: {
            condition: string | null;
            copies: string | null;
            form: string | null;
            no: number;
            paper: string;
        };
        /** Part */
        Part: {
            agency_name: string | null;
            answer: string | null;
            code: string;
            state: components["schemas"]["ReportState"];
            state_name: string;
        };
        /** Past */
        Past: {
            action: components["schemas"]["Deed"];
            after: {
                [key: string]: unknown;
            };
            before: {
                [key: string]: unknown;
            };
            by: string;
            id: number;
            /** Format: date-time */
            occurred_at: string;
            photo_id: string | null;
            reason: string | null;
            staff_name: string | null;
        };
        /** PhotoAreas */
        PhotoAreas: {
            areas: components["schemas"]["Area"][];
            version: number;
            /** @default false */
            whole: boolean;
        };
        /** PhotoReceipt */
        PhotoReceipt: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ImageKind"];
            position: number;
            /** Format: uuid */
            report_id: string;
            state: components["schemas"]["PhotoState"];
        };
        /**
         * PhotoState
         * @description Waiting for the worker, shown, or refused.
         * @enum {string}
         */
        PhotoState: "waiting" | "ready" | "refused";
        /** PhotoVerdict */
        PhotoVerdict: {
            reason?: string | null;
            shown: boolean;
            version: number;
        };
        /** Picture */
        Picture: {
            alerts: components["schemas"]["MapAlert"][];
            /** Format: date-time */
            as_of: string;
            box: [
                number,
                number,
                number,
                number
            ];
            cell: number;
            clusters: components["schemas"]["Cluster"][];
            gauges: components["schemas"]["MapGauge"][];
            hours: number;
            spots: components["schemas"]["Spot"][];
        };
        /**
         * Pile
         * @description One pile of the inbox.
         * @enum {string}
         */
        Pile: "todo" | "late" | "near" | "bounced" | "escalated" | "waiting" | "coordinator";
        /**
         * Pin
         * @description How a place was found: the phone's position, a photo's, a finger on the map, a pasted map link.
         * @enum {string}
         */
        Pin: "gps" | "photo" | "hand" | "link";
        /**
         * PlaceFrom
         * @description How a position is known.
         * @enum {string}
         */
        PlaceFrom: "gps" | "link" | "words" | "none";
        /** Change */
        places_contracts_Change: {
            basis: string;
            default_target: boolean;
            /** Format: date */
            effective_on: string;
            kind: string;
            new: components["schemas"]["places_contracts_Unit"];
            old: components["schemas"]["places_contracts_Unit"];
            share: string;
        };
        /** Unit */
        places_contracts_Unit: {
            code: string;
            full_name: string;
            part_of: string;
            type: string;
        };
        /** PlainMove */
        PlainMove: {
            note?: string | null;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** PreferencesChange */
        PreferencesChange: {
            choices: components["schemas"]["Choice"][];
            text_version?: string | null;
        };
        /** ProblemBody */
        ProblemBody: {
            detail?: string | null;
            errors?: components["schemas"]["FieldError"][];
            extra?: {
                [key: string]: unknown;
            };
            request_id?: string | null;
            status: number;
            title: string;
            type: string;
        };
        /** Procedure */
        Procedure: {
            agency: string | null;
            basis: string[];
            changes: components["schemas"]["procedures_contracts_Change"][];
            checklist: components["schemas"]["Paper"][];
            code: string;
            decision_no: string | null;
            detailed: boolean;
            essential: boolean;
            field: string;
            guide_certainty: components["schemas"]["Certainty"] | null;
            internal: boolean;
            issuer: string;
            level: components["schemas"]["procedures_contracts_Level"];
            level_text: string;
            life_events: components["schemas"]["EventName"][];
            name: string;
            official_name: string;
            online: components["schemas"]["Online"];
            online_text: string;
            papers: number | null;
            plain_title: string | null;
            portal_url: string;
            provenance: string;
            same_as: components["schemas"]["Relative"][];
            saving_vnd: number | null;
            subjects: string[];
            ways: components["schemas"]["procedures_contracts_Way"][];
            what_for: string | null;
            where: components["schemas"]["Office"] | null;
            withdrawn_on: string | null;
        };
        /** ProcedureLine */
        ProcedureLine: {
            code: string;
            deadline_text: string;
            essential: boolean;
            fee_text: string;
            field: string;
            issuer: string;
            level: components["schemas"]["procedures_contracts_Level"];
            name: string;
            online: components["schemas"]["Online"];
            plain_title: string | null;
            same_as: string[];
            what_for: string | null;
        };
        /** Change */
        procedures_contracts_Change: {
            fields: string[];
            kind: string;
            /** Format: date */
            on: string;
        };
        /**
         * Channel
         * @description A way to file.
         * @enum {string}
         */
        procedures_contracts_Channel: "online" | "counter" | "post";
        /** Deadline */
        procedures_contracts_Deadline: {
            amount: number | null;
            text: string;
            unit: components["schemas"]["DeadlineUnit"];
        };
        /**
         * Level
         * @description Where it is done.
         * @enum {string}
         */
        procedures_contracts_Level: "commune" | "province" | "ministry" | "unknown";
        /** Way */
        procedures_contracts_Way: {
            channel: components["schemas"]["procedures_contracts_Channel"];
            deadline: components["schemas"]["procedures_contracts_Deadline"];
            fee: components["schemas"]["Fee"];
            if_filed_today: string | null;
        };
        /** Proven */
        Proven: {
            access_token: string;
            expires_in: number;
            me: components["schemas"]["Me"];
            recovery_codes: string[];
        };
        /** Province */
        Province: {
            code: string;
            communes: number;
            full_name: string;
            lat: number | null;
            lon: number | null;
            name: string;
            type: string;
            /** Format: date */
            valid_from: string;
        };
        /** Publication */
        Publication: {
            category_name: string;
            code: string;
            commune_name: string;
            description: string | null;
            history?: components["schemas"]["Past"][];
            /** Format: uuid */
            id: string;
            looked_at: string | null;
            may_publish: boolean;
            photos?: components["schemas"]["SeenPhoto"][];
            public_lat: number | null;
            public_lon: number | null;
            public_text: string | null;
            published: boolean;
            state_name: string;
            version: number;
            withheld: boolean;
        };
        /** PublicPhoto */
        PublicPhoto: {
            height: number;
            /** Format: uuid */
            id: string;
            large: string;
            position: number;
            small: string;
            taken_for: string;
            width: number;
        };
        /** PublicReport */
        PublicReport: {
            agency_name: string | null;
            answer: string | null;
            category_code: string;
            category_name: string;
            code: string;
            commune_code: string;
            commune_name: string;
            description: string | null;
            /** Format: date-time */
            due_at: string;
            finished_at: string | null;
            /** Format: uuid */
            id: string;
            lat: number;
            late: boolean;
            lon: number;
            number: number;
            photos: components["schemas"]["PublicPhoto"][];
            rating: number | null;
            /** Format: date-time */
            received_at: string;
            state: string;
            state_name: string;
            supporters: number;
        };
        /** Publishing */
        Publishing: {
            public: boolean;
            reason?: string | null;
            version: number;
        };
        /** Pull */
        Pull: {
            adults: components["schemas"]["AdultLine"][];
            cursor: string;
            households: components["schemas"]["HouseholdLine"][];
            more: boolean;
            reset: boolean;
            skills: components["schemas"]["Skill"][];
            team: components["schemas"]["WalkingTeam"];
        };
        /** PulledSource */
        PulledSource: {
            active: boolean;
            circuit: components["schemas"]["Circuit"];
            cursor: string | null;
            every_seconds: number;
            failures: number;
            last_error: string | null;
            last_ok_at: string | null;
            /** Format: date-time */
            next_at: string;
            system: string;
            taken: number;
            url: string;
        };
        /** PulledSources */
        PulledSources: {
            items: components["schemas"]["PulledSource"][];
        };
        /**
         * Purpose
         * @description What we ask consent for, each on its own.
         * @enum {string}
         */
        Purpose: "alert_messages" | "location" | "team_contact" | "rescue_help";
        /** PurposeChoice */
        PurposeChoice: {
            channels: components["schemas"]["messages_contracts_Channel"][];
            purpose: components["schemas"]["messages_contracts_Kind"];
            text: string;
            title: string;
        };
        /** PushKeys */
        PushKeys: {
            auth: string;
            p256dh: string;
        };
        /** PushSubscription */
        PushSubscription: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
        };
        /**
         * Quantity
         * @description What is measured: a level in m, rain of 1 or 24 hours in mm, flow into and out of a reservoir in m³/s.
         * @enum {string}
         */
        Quantity: "level" | "rain_1h" | "rain_24h" | "inflow" | "outflow";
        /** QuestionCount */
        QuestionCount: {
            /** Format: uuid */
            agency_id: string;
            agency_name: string;
            answered_in_time: number;
            answered_late: number;
            oldest_due_at: string | null;
            open: number;
            overdue: number;
        };
        /** QuestionCounts */
        QuestionCounts: {
            items: components["schemas"]["QuestionCount"][];
        };
        /** QuestionDesk */
        QuestionDesk: {
            items: components["schemas"]["AgencyQuestion"][];
            next: string | null;
            open: number;
            overdue: number;
        };
        /**
         * QuestionKind
         * @description What is asked for: an answer, to be called, or that a finished dossier be looked at again.
         * @enum {string}
         */
        QuestionKind: "question" | "contact" | "reopen";
        /**
         * RatingReason
         * @description Why, from a fixed list: four to be glad of, six to be better at.
         * @enum {string}
         */
        RatingReason: "in_time" | "clear" | "kind" | "easy_online" | "late" | "unclear" | "more_papers" | "many_trips" | "unkind" | "extra_cost";
        /** RatingReasons */
        RatingReasons: {
            items: components["schemas"]["RatingReasonText"][];
        };
        /** RatingReasonText */
        RatingReasonText: {
            good: boolean;
            reason: components["schemas"]["RatingReason"];
            text: string;
        };
        /** RatingSums */
        RatingSums: {
            items: components["schemas"]["AgencyRatings"][];
            smallest: number;
        };
        /** Readiness */
        Readiness: {
            database: boolean;
            late_events: number;
            worker: boolean;
        };
        /** ReadingBatch */
        ReadingBatch: {
            items: components["schemas"]["SentReading"][];
        };
        /** ReadingResult */
        ReadingResult: {
            at: string | null;
            detail?: string | null;
            flags?: components["schemas"]["gauges_contracts_Flag"][];
            result: components["schemas"]["gauges_contracts_Outcome"];
            station: string | null;
        };
        /** Reason */
        Reason: {
            channel: string;
            code: string;
            name: string;
        };
        /** ReasonCount */
        ReasonCount: {
            count: number | null;
            reason: components["schemas"]["RatingReason"];
            text: string;
        };
        /** RefreshToken */
        RefreshToken: {
            refresh_token: string;
        };
        /** Refusal */
        Refusal: {
            code: string | null;
            detail: string;
            event_id: string | null;
            id: number;
            problem: string;
            /** Format: date-time */
            refused_at: string;
        };
        /** RefusalCount */
        RefusalCount: {
            code: string;
            name: string;
            refused: number | null;
        };
        /**
         * RefusalReason
         * @description The fixed list of reasons to refuse; words in `rules.REFUSALS`.
         * @enum {string}
         */
        RefusalReason: "not_our_matter" | "no_evidence" | "wrong_place" | "duplicate" | "complaint" | "state_secret" | "offensive" | "test";
        /** Refuse */
        Refuse: {
            note?: string | null;
            reason: components["schemas"]["RefusalReason"];
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /**
         * Relation
         * @description Who the applicant is to the person who follows.
         * @enum {string}
         */
        Relation: "parent" | "relative" | "neighbour" | "helped";
        /** Relative */
        Relative: {
            code: string;
            issuer: string;
            level: components["schemas"]["procedures_contracts_Level"];
            name: string;
        };
        /** Reopen */
        Reopen: {
            granted: boolean;
            note: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** ReopenRequest */
        ReopenRequest: {
            note: string;
        };
        /** Reply */
        Reply: {
            note: string;
            /** @default 0 */
            photos: number;
        };
        /** Alarm */
        reports_contracts_handling_Alarm: {
            agency_name: string | null;
            code: string;
            id: number;
            kind: string;
            /** Format: date-time */
            occurred_at: string;
            /** Format: uuid */
            report_id: string;
            staff_name: string | null;
        };
        /** Ask */
        reports_contracts_handling_Ask: {
            question: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Rating */
        reports_contracts_Rating: {
            comment?: string | null;
            stars: number;
        };
        /**
         * ReportState
         * @description Where a case stands; `api.reports.rules.MOVES` says how it gets elsewhere.
         * @enum {string}
         */
        ReportState: "received" | "verifying" | "refused" | "assigned" | "in_progress" | "waiting_reporter" | "waiting_agency" | "done" | "closed" | "reopen_requested" | "reopened" | "merged";
        /**
         * Channel
         * @description How a call came in.
         * @enum {string}
         */
        rescue_contracts_Channel: "app" | "sms";
        /**
         * What
         * @description What is happening, the gravest first.
         * @enum {string}
         */
        rescue_contracts_What: "swept" | "slide" | "roof" | "fire" | "ill" | "stuck" | "flood" | "other";
        /** RescueBoard */
        RescueBoard: {
            /** Format: date-time */
            as_of: string;
            items: components["schemas"]["IncidentLine"][];
            open: number;
            waiting: number;
        };
        /** RescueMerge */
        RescueMerge: {
            into: number;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** RescueMove */
        RescueMove: {
            action: string;
            note?: string | null;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** RescueNearby */
        RescueNearby: {
            consented: boolean;
            items: components["schemas"]["IncidentLine"][];
        };
        /** RescueSplit */
        RescueSplit: {
            position: number;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /**
         * RescueState
         * @description Where an incident stands; `api.rescue.rules.moves.MOVES` says how it gets elsewhere.
         * @enum {string}
         */
        RescueState: "received" | "acknowledged" | "calling_back" | "no_answer" | "on_the_way" | "reached" | "safe" | "handed_112" | "false" | "closed" | "merged";
        /** ResetReason */
        ResetReason: {
            reason: string;
        };
        /** Retried */
        Retried: {
            cases: number;
        };
        /** Reverting */
        Reverting: {
            reason?: string | null;
            version: number;
        };
        /** Revocation */
        Revocation: {
            reason: string;
        };
        /** Risk */
        Risk: {
            high: number | null;
            low: number | null;
            open: boolean;
            words: string;
        };
        /**
         * Role
         * @description The six roles; every grant of one is dated (api/grants).
         * @enum {string}
         */
        Role: "citizen" | "volunteer" | "team_leader" | "handler" | "officer" | "admin";
        /** Rotation */
        Rotation: {
            /** @default 168 */
            overlap_hours: number;
        };
        /** SavedDraft */
        SavedDraft: {
            content: components["schemas"]["AlertContent"];
            version?: number | null;
        };
        /** Ask */
        sealed_contracts_Ask: {
            /** Format: uuid */
            id: string;
            reason: string;
        };
        /** Opening */
        sealed_contracts_Opening: {
            agreed_at: string | null;
            agreed_by: string | null;
            /** Format: date-time */
            asked_at: string;
            asked_by: string | null;
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            looks: number;
            mine: boolean;
            reason: string;
            refused_at: string | null;
            refused_by: string | null;
        };
        /** SealedCase */
        SealedCase: {
            boxed: boolean;
            category_name: string;
            code: string;
            commune_name: string;
            /** Format: uuid */
            id: string;
            number: number;
            openings: components["schemas"]["sealed_contracts_Opening"][];
            /** Format: date */
            received_on: string;
            state_name: string;
        };
        /** Search */
        Search: {
            chosen?: string | null;
            found: number;
            province?: string | null;
            q: string;
        };
        /** Searches */
        Searches: {
            /** Format: date-time */
            as_of: string;
            cut_off: number;
            days: number;
            hidden: number;
            items: components["schemas"]["Counted"][];
        };
        /**
         * SearchKind
         * @description Chỉ những câu không ra gì, hay tất cả
         * @default empty
         * @enum {string}
         */
        SearchKind: "empty" | "all";
        /**
         * SecondFactor
         * @description Where somebody stands with their second factor in this session; `proven` here, or at the province where that counts.
         * @enum {string}
         */
        SecondFactor: "not_needed" | "to_enrol" | "to_prove" | "proven";
        /** SecondFactorReset */
        SecondFactorReset: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            person_name: string;
            reason: string;
            /** Format: date-time */
            reset_at: string;
            reset_by: string | null;
            reset_by_name: string | null;
        };
        /** SeenPhoto */
        SeenPhoto: {
            areas: components["schemas"]["Area"][];
            blur_whole: boolean;
            height: number;
            hidden: boolean;
            /** Format: uuid */
            id: string;
            large: string;
            moderated: boolean;
            position: number;
            ready: boolean;
            small: string;
            taken_for: string;
            width: number;
        };
        /** Sender */
        Sender: {
            accuracy_m: number | null;
            contact_phone: string | null;
            description: string | null;
            /** Format: date-time */
            happened_at: string;
            lat: number;
            lon: number;
            name: string | null;
            phone: string | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            shown_until: string;
        };
        /**
         * SentReading
         * @description One reading as its system sends it. `unit`: m, cm, mm (lengths), m3/s; left out: the quantity's own.
         */
        SentReading: {
            /** Format: date-time */
            at: string;
            quantity: components["schemas"]["Quantity"];
            station: string;
            /** @default null */
            unit: string | null;
            value: number;
        };
        /** Session */
        Session: {
            access_token: string;
            demo: boolean;
            expires_in: number;
            me: components["schemas"]["Me"];
            refresh_token: string;
            /**
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
        };
        /** Share */
        Share: {
            /** Format: date-time */
            asked_at: string;
            code: string;
            demo_code?: string | null;
            dossier_id: string | null;
            ended_at: string | null;
            given_on: string | null;
            granted_at: string | null;
            how: components["schemas"]["How"];
            /** Format: uuid */
            id: string;
            purpose: components["schemas"]["SharePurpose"] | null;
            relation: components["schemas"]["Relation"] | null;
            state: components["schemas"]["ShareState"];
            text: string;
        };
        /** ShareCode */
        ShareCode: {
            code: string;
        };
        /** SharedPaper */
        SharedPaper: {
            for_codes: string[];
            paper: string;
        };
        /**
         * SharePurpose
         * @description What the applicant agrees to, one thing each.
         * @enum {string}
         */
        SharePurpose: "see_progress" | "add_papers" | "collect_result";
        /** Shares */
        Shares: {
            items: components["schemas"]["Share"][];
            text_version: string;
            texts: {
                [key: string]: string;
            };
        };
        /**
         * ShareState
         * @description How far a consent is.
         * @enum {string}
         */
        ShareState: "asked" | "granted" | "refused" | "ended" | "lapsed";
        /** ShownPhoto */
        ShownPhoto: {
            height: number;
            /** Format: uuid */
            id: string;
            large: string;
            position: number;
            small: string;
            taken_for: string;
            width: number;
        };
        /**
         * Sign
         * @description What a point is about.
         * @enum {string}
         */
        Sign: "flood" | "slide" | "fire" | "power" | "tree" | "other";
        /** SignedOut */
        SignedOut: {
            closed: number;
        };
        /** SignInWays */
        SignInWays: {
            province: boolean;
            province_factor: boolean;
            zalo: boolean;
            zalo_web: boolean;
        };
        /**
         * Size
         * @description The two derivatives: long side 1600 and 480.
         * @enum {string}
         */
        Size: "large" | "small";
        /** Skill */
        Skill: {
            code: string;
            name: string;
            national: boolean;
        };
        /** SmsReceipt */
        SmsReceipt: {
            number: number;
            reply: string;
            state: components["schemas"]["RescueState"];
        };
        /** SosReceipt */
        SosReceipt: {
            number: number;
            /** Format: date-time */
            received_at: string;
            state: components["schemas"]["RescueState"];
            state_name: string;
            tracking_key: string;
        };
        /** SosStanding */
        SosStanding: {
            ended: boolean;
            has_place: boolean;
            number: number;
            /** Format: date-time */
            received_at: string;
            state: components["schemas"]["RescueState"];
            state_name: string;
            steps?: components["schemas"]["SosStep"][];
        };
        /** SosStep */
        SosStep: {
            action: string;
            action_name: string;
            /** Format: date-time */
            occurred_at: string;
        };
        /** SourceKey */
        SourceKey: {
            key: string;
            secret: string;
            system: string;
        };
        /** SourceSettings */
        SourceSettings: {
            /** @default true */
            active: boolean;
            /** @default 60 */
            every_seconds: number;
            url: string;
        };
        /** Split */
        Split: {
            agency_ids: string[];
            note: string;
            /** @description Phiên bản bạn đang thấy */
            version: number;
        };
        /** Spot */
        Spot: {
            /** Format: date-time */
            at: string;
            lat: number;
            lon: number;
            report_id: string | null;
            sign: components["schemas"]["Sign"];
            verified: boolean;
        };
        /** Station */
        Station: {
            alarm: components["schemas"]["gauges_contracts_Alarm"] | null;
            alarms: number[];
            assumed: string[];
            code: string;
            demo: boolean;
            doubted_at: string | null;
            kind: components["schemas"]["gauges_contracts_Kind"];
            lat: number | null;
            lon: number | null;
            measured: components["schemas"]["Measured"][];
            name: string;
            order: components["schemas"]["Order"] | null;
            place: string;
            province_code: string;
            risk: components["schemas"]["Risk"] | null;
            river: string | null;
            source: string;
            zone: number | null;
        };
        /** StationDetail */
        StationDetail: {
            /** Format: date-time */
            as_of: string;
            crossings: components["schemas"]["Crossing"][];
            orders: components["schemas"]["Order"][];
            series: components["schemas"]["GaugeSeries"][];
            station: components["schemas"]["Station"];
        };
        /**
         * Status
         * @description For real, a drill, or a test; only the first is told to people.
         * @default actual
         * @enum {string}
         */
        Status: "actual" | "exercise" | "test";
        /** Step */
        Step: {
            action: string;
            agency_name: string | null;
            by: string;
            note: string | null;
            /** Format: date-time */
            occurred_at: string;
            part: boolean;
            state: components["schemas"]["ReportState"];
            state_name: string;
        };
        /** Suggestion */
        Suggestion: {
            code: string;
            text: string;
            title: string;
        };
        /** Suggestions */
        Suggestions: {
            items: components["schemas"]["Suggestion"][];
        };
        /** Support */
        Support: {
            counted: boolean;
            /** Format: uuid */
            report_id: string;
            supporters: number;
        };
        /** SyncAnswer */
        SyncAnswer: {
            receipt: components["schemas"]["outreach_visits_contracts_Receipt"];
            results: components["schemas"]["EventResult"][];
            /** Format: date-time */
            server_time: string;
        };
        /** SyncBatch */
        SyncBatch: {
            /**
             * Format: date-time
             * @description Đồng hồ của máy lúc gửi
             */
            device_time: string;
            /**
             * @description Mỗi phần tử là một NewEvent: event_id (UUIDv7 do máy tạo khi lưu), seq (từ 1, không hở, theo máy), type (household_added, household_changed, adult_added, adult_changed, visit_logged), schema_version, device_time, body theo type. Một bản ghi sai không làm hỏng các bản ghi khác.
             * @example [
             *       {
             *         "event_id": "01a20400-0000-7000-8000-000000000001",
             *         "seq": 1,
             *         "type": "visit_logged",
             *         "schema_version": 1,
             *         "device_time": "2026-11-22T12:10:00Z",
             *         "body": {
             *           "team_id": "01a20400-0000-7000-8000-00000000000a",
             *           "visit_id": "01a20400-0000-7000-8000-000000000002",
             *           "household_id": "01a20400-0000-7000-8000-000000000003",
             *           "started_at": "2026-11-22T12:00:00Z",
             *           "ended_at": "2026-11-22T12:10:00Z",
             *           "result": "met",
             *           "consent": true,
             *           "adults": [
             *             {
             *               "adult_id": "01a20400-0000-7000-8000-000000000004",
             *               "met": true,
             *               "knows": true,
             *               "skills": [
             *                 {
             *                   "code": "S07",
             *                   "level": "alone_observed"
             *                 }
             *               ],
             *               "assistance": "unaided"
             *             }
             *           ]
             *         }
             *       }
             *     ]
             */
            events: unknown[];
            /** Format: uuid */
            install_id: string;
        };
        /** Target */
        Target: {
            /** Format: date */
            due_on: string;
            indicator: string;
            legal_basis: string;
            past_due: boolean;
            population: string;
            threshold: number;
            version: number;
        };
        /** Team */
        Team: {
            code: string;
            commune_code: string;
            commune_name: string;
            demo: boolean;
            /** Format: date */
            formed_on: string;
            hamlets: components["schemas"]["HamletName"][];
            /** Format: uuid */
            id: string;
            members: number;
            name: string;
        };
        /** TeamName */
        TeamName: {
            commune_code: string;
            /** Format: uuid */
            id: string;
            leads: boolean;
            name: string;
        };
        /** TeamProgress */
        TeamProgress: {
            adults_assessed: number;
            adults_reached: number;
            adults_registered: number;
            /** Format: date-time */
            as_of: string;
            households: number;
            households_met: number;
            households_visited: number;
            know_and_can: number;
            revisits_due: number;
            team_id: string;
            team_name: string;
            visits: number;
        };
        /** Template */
        Template: {
            action: string;
            body: string;
            own: boolean;
            title: string;
        };
        /** TextChange */
        TextChange: {
            reason?: string | null;
            text: string | null;
            version: number;
        };
        /** TimelineEntry */
        TimelineEntry: {
            correction: boolean;
            /** @default state */
            kind: string;
            note: string | null;
            /** Format: date-time */
            occurred_at: string;
            state_code: string;
            state_name: string;
            told: string;
        };
        /**
         * TimeUnit
         * @description How a deadline is counted; clock hours run through nights and holidays.
         * @enum {string}
         */
        TimeUnit: "working_day" | "working_hour" | "clock_hour";
        /**
         * ToldChange
         * @description One event of a batch: the code of its dossier, and what PUT takes.
         */
        ToldChange: {
            /** @default null */
            agency_code: string | null;
            /** @default null */
            agency_name: string | null;
            /** @default null */
            applicant_phone: string | null;
            code: string;
            /** @default false */
            correction: boolean;
            /** @default null */
            deadline: components["schemas"]["Deadline"] | null;
            event_id: string;
            extension?: components["schemas"]["Extension"];
            filed_by: components["schemas"]["FiledBy"];
            /** @default null */
            late_reason: string | null;
            /** @default null */
            note: string | null;
            /** Format: date-time */
            occurred_at: string;
            previous_sequence?: number | null;
            procedure_code: string;
            /** @default null */
            procedure_name: string | null;
            /** @default null */
            promised_at: string | null;
            sequence: number;
            state_code: string;
            /** @default null */
            state_name: string | null;
        };
        /** ToLook */
        ToLook: {
            category_name: string;
            code: string;
            commune_name: string;
            /** Format: uuid */
            id: string;
            looked_at: string | null;
            number: number;
            photos_waiting: number;
            published: boolean;
            /** Format: date-time */
            received_at: string;
            state_name: string;
        };
        /** Tonight */
        Tonight: {
            items: components["schemas"]["NextDoor"][];
            next?: string | null;
        };
        /** TouchedArea */
        TouchedArea: {
            communes: components["schemas"]["AlertCommune"][];
            method: string;
        };
        /**
         * Trend
         * @description Where a level is going.
         * @enum {string}
         */
        Trend: "rising" | "falling" | "steady";
        /** Trip */
        Trip: {
            binding: string;
            url: string;
            way: components["schemas"]["TripWay"];
        };
        /** TripEnd */
        TripEnd: {
            binding: string;
            code: string;
            iss?: string | null;
            state: string;
        };
        /**
         * TripWay
         * @description The other servers somebody can sign in at and come back from.
         * @enum {string}
         */
        TripWay: "oidc" | "zalo";
        /**
         * Unit
         * @description What a period is counted in.
         * @enum {unknown}
         */
        Unit: "calendar_day" | "month" | "same_day" | "working_day" | "working_hour";
        /**
         * Urgency
         * @description How soon to act (CAP urgency).
         * @default expected
         * @enum {string}
         */
        Urgency: "immediate" | "expected" | "future" | "past" | "unknown";
        /** WalkingTeam */
        WalkingTeam: {
            commune_code: string;
            hamlets: components["schemas"]["Hamlet"][];
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** Word */
        Word: {
            code: string;
            name: string;
        };
        /** Place */
        zalo_contracts_Place: {
            accuracy_m: number | null;
            /** Format: date-time */
            at: string;
            lat: number;
            lon: number;
            /** @constant */
            source: "zalo";
        };
        /** ZaloLocation */
        ZaloLocation: {
            zalo_access_token: string;
            zalo_location_token: string;
        };
        /** ZaloPhone */
        ZaloPhone: {
            zalo_access_token: string;
            zalo_phone_token: string;
        };
        /** ZaloSignIn */
        ZaloSignIn: {
            zalo_access_token: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_alert_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    check_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    check_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/busy`: Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    put_alert_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertFeedSettings"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertFeeds"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    delete_alert_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-feed-not-found`: Không có nguồn tin cảnh báo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_calendar_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLog"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_moved_due_dates: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                recount_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.dossiers.contracts.deadlines.DueChange_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    set_calendar_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                on_date: string;
                /** @description VN, mã tỉnh hoặc mã cơ quan */
                whose: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDay"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    remove_calendar_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                on_date: string;
                /** @description VN, mã tỉnh hoặc mã cơ quan */
                whose: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/calendar-day-not-found`: Lịch không có ngày đặc biệt này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_campaigns: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.messages.contracts.campaigns.Campaign_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    announce_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description Sent before: the first answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/campaign-id-taken`: Lời mời này đã được gửi với nội dung khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/campaign-unusable`: Không gửi được lời mời này; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    stop_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/campaign-not-found`: Không tìm thấy chiến dịch này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_campaign_audience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudienceQuestion"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_forward_systems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardSystems"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    connect_forward_system: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardSettings"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardSystem"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_forwards: {
        parameters: {
            query?: {
                state?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardLines"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    retry_forwards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/forward-system-not-found`: Không có hệ thống nhận phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_grants: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description Chỉ phân quyền còn hiệu lực hôm nay */
                holding?: boolean;
                limit?: number;
                /** @description Chỉ của người này */
                person_id?: string | null;
                /** @description Chỉ vai trò này */
                role?: components["schemas"]["Role"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.grants.contracts.Grant_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    give_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrant"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/person-not-found`: Chưa có người dùng này, hãy nhờ họ đăng nhập một lần */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/grant-overlaps`: Người này đã có vai trò đó trong thời gian này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Revocation"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/grant-not-found`: Không tìm thấy phân quyền này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/own-grant`: Bạn không thể tự thu hồi quyền quản trị của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    find_grants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantSearch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.grants.contracts.Grant_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_integration_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationKeys"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    create_integration_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewIntegrationKey"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    revoke_integration_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/integration-key-not-found`: Không có khoá kết nối này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    rotate_integration_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewIntegrationKey"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/integration-key-not-found`: Không có khoá kết nối này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/integration-key-over`: Khoá này đã thu hồi hoặc đang được thay */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PulledSources"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    connect_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceSettings"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceKey"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    disconnect_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/integration-source-not-found`: Không có hệ thống nguồn này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_refused_items: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.dossiers.contracts.sources.Refusal_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    give_up_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/delivery-not-found`: Không tìm thấy tin này trong danh sách chưa gửi được */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    resend_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/delivery-not-found`: Không tìm thấy tin này trong danh sách chưa gửi được */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/already-reached`: Người này đã nhận được tin qua kênh khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_dead_letters: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.messages.contracts.DeadLetter_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    report_messages_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    reset_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetReason"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorReset"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/no-second-factor`: Người này chưa có xác thực lớp hai */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/own-second-factor`: Bạn không thể tự đặt lại xác thực lớp hai của mình, hãy nhờ một quản trị viên khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_second_factor_resets: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.identity.contracts.SecondFactorReset_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_agencies: {
        parameters: {
            query?: {
                /** @description Mã xã, phường, đặc khu */
                commune?: string | null;
                cursor?: string | null;
                limit?: number;
                /** @description Mã tỉnh, thành phố */
                province?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.grants.contracts.Agency_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_alarms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmList"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_agency_questions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionCounts"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_agency_questions: {
        parameters: {
            query?: {
                answered?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDesk"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    answer_dossier_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyQuestion"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-question-not-found`: Không tìm thấy câu hỏi này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-question-answered`: Câu hỏi này đã được trả lời */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sum_dossier_ratings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingSums"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                pile?: components["schemas"]["Pile"] | null;
                state?: components["schemas"]["ReportState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.reports.contracts.InboxLine_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    accept_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlainMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    answer_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_report_around: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Around"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/nothing-to-witness`: Không có phản ánh này để xác nhận cùng */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_reporter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["reports_contracts_handling_Ask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    assign_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    bounce_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bounce"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    close_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlainMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    consult_agency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Consult"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    extend_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Extend"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    merge_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    put_result_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                position: number;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/heic": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoReceipt"];
                };
            };
            /** @description Taken in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoReceipt"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-place-taken`: Vị trí này đã có ảnh khác; `/problems/photo-not-expected`: Phản ánh này không nhận thêm ảnh */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-too-large`: Ảnh lớn hơn 12 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-unusable`: Ảnh này không dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refuse"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    decide_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reopen"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    seek_reporter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/reporter-hidden`: Người gửi phản ánh được giữ kín */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    resume_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlainMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    split_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    verify_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlainMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/report-own-case`: Bạn không xử lý được phản ánh liên quan đến chính mình */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-changed`: Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại; `/problems/report-needs-evidence`: Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả; `/problems/report-parts-open`: Còn đơn vị phối hợp chưa xong phần việc của mình */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    look_at_alert_area: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawnArea"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TouchedArea"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_alert_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraftList"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_alert_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-not-found`: Không tìm thấy bản thảo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    save_alert_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedDraft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-not-found`: Không tìm thấy bản thảo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-id-taken`: Mã này đã dùng cho một cảnh báo có nội dung khác; `/problems/alert-draft-moved`: Bản thảo này vừa được người khác thay đổi, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    approve_alert_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-own-draft`: Bạn không tự duyệt cảnh báo của mình được */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-not-found`: Không tìm thấy bản thảo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-replaced`: Cảnh báo này đã có bản mới hơn hoặc đã huỷ, hãy tải lại; `/problems/alert-draft-moved`: Bản thảo này vừa được người khác thay đổi, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    drop_alert_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-not-found`: Không tìm thấy bản thảo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-moved`: Bản thảo này vừa được người khác thay đổi, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_alert_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRefusal"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-own-draft`: Bạn không tự duyệt cảnh báo của mình được */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-not-found`: Không tìm thấy bản thảo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-moved`: Bản thảo này vừa được người khác thay đổi, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    send_alert_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-draft-not-found`: Không tìm thấy bản thảo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-replaced`: Cảnh báo này đã có bản mới hơn hoặc đã huỷ, hãy tải lại; `/problems/alert-draft-moved`: Bản thảo này vừa được người khác thay đổi, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_alert_feeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertFeeds"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_alert_hazards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardList"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_alerts: {
        parameters: {
            query?: {
                active?: boolean | null;
                commune?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.alerts.contracts.Alert_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    publish_alert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAlert"];
            };
        };
        responses: {
            /** @description Sent before: the first answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"] | components["schemas"]["AlertDraft"];
                };
            };
            /** @description Waits for another officer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDraft"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-id-taken`: Mã này đã dùng cho một cảnh báo có nội dung khác; `/problems/alert-replaced`: Cảnh báo này đã có bản mới hơn hoặc đã huỷ, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_alert_map: {
        parameters: {
            query?: {
                active?: boolean | null;
                commune?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-not-found`: Không tìm thấy cảnh báo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cancel_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-not-found`: Không tìm thấy cảnh báo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-replaced`: Cảnh báo này đã có bản mới hơn hoặc đã huỷ, hãy tải lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_alert_cap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/cap+xml": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-not-found`: Không tìm thấy cảnh báo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_demo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignIn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeChallenge"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_with_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/code-refused`: Mã không đúng hoặc đã hết hạn; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_province: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripEnd"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/province-account-unknown`: Tài khoản này của tỉnh chưa được nối với ai ở đây */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/trip-refused`: Đăng nhập chưa thành công, hãy làm lại từ đầu; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/province-sign-in-down`: Máy chủ đăng nhập của tỉnh chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshToken"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/session-over`: Phiên đăng nhập đã kết thúc, hãy đăng nhập lại */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshToken"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    begin_trip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTrip"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trip"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/province-sign-in-down`: Máy chủ đăng nhập của tỉnh chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_sign_in_ways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_zalo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZaloSignIn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-token-invalid`: Phiên Zalo không hợp lệ hoặc đã hết hạn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-user-hidden`: Tài khoản Zalo này không cho phép đăng nhập */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-misconfigured`: Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-unavailable`: Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_zalo_web: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripEnd"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-token-invalid`: Phiên Zalo không hợp lệ hoặc đã hết hạn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-user-hidden`: Tài khoản Zalo này không cho phép đăng nhập */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/trip-refused`: Đăng nhập chưa thành công, hãy làm lại từ đầu; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-misconfigured`: Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-unavailable`: Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_commune_changes: {
        parameters: {
            query?: {
                /** @description Mã cũ hoặc mới */
                code?: string | null;
                /** @description Tên cũ */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.places.contracts.Change_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_communes: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                /** @description Ngày cần tra, mặc định hôm nay */
                on?: string | null;
                /** @description Mã tỉnh, thành phố */
                province?: string | null;
                /** @description Tên, có dấu hay không dấu */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.places.contracts.CommuneLine_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    find_commune: {
        parameters: {
            query?: {
                /** @description Ngày cần tra, mặc định hôm nay */
                on?: string | null;
            };
            header?: never;
            path: {
                /** @description Mã xã, phường, đặc khu */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commune"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/commune-not-found`: Không có xã, phường nào mang mã này vào ngày đó */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_rating_reasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingReasons"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    look_up_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lookup"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-lookups`: Bạn đã tra cứu sai nhiều lần, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_figures: {
        parameters: {
            query?: {
                agency?: string | null;
                /** @description What the lines of a sheet are. */
                by?: components["schemas"]["FiguresBy"];
                category?: string | null;
                /** @description Mã xã, phường nay hoặc cũ */
                commune?: string | null;
                /** @description Mã xã, phường theo ngày này; mặc định hôm nay */
                on?: string | null;
                /** @description Tháng: 2026-11 */
                since?: string | null;
                /** @description Tháng: 2026-11 */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureSheet"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    download_figures: {
        parameters: {
            query?: {
                agency?: string | null;
                /** @description What the lines of a sheet are. */
                by?: components["schemas"]["FiguresBy"];
                category?: string | null;
                /** @description Mã xã, phường nay hoặc cũ */
                commune?: string | null;
                /** @description Mã xã, phường theo ngày này; mặc định hôm nay */
                on?: string | null;
                /** @description Tháng: 2026-11 */
                since?: string | null;
                /** @description Tháng: 2026-11 */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_flood_map: {
        parameters: {
            query?: {
                /** @description tây,nam,đông,bắc theo độ */
                box?: string | null;
                province?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_gauge_crossings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Crossings"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    judge_gauge_reading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Judgement"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/gauge-reading-not-found`: Không tìm thấy số đo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_doubted_readings: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.gauges.contracts.Doubted_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_gauges: {
        parameters: {
            query?: {
                province?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GaugeBoard"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_gauge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationDetail"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/gauge-station-not-found`: Không có trạm đo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    show_commune_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 46.topo.json */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TopoJSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommuneMap"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-found`: Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    tell_dossier_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["dossiers_contracts_integration_BatchAnswer"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/signature-refused`: Chữ ký của yêu cầu không được chấp nhận */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    tell_dossier_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mã hồ sơ, có thể chứa dấu / */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierChange"];
            };
        };
        responses: {
            /** @description The dossier was known before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api_dossiers_contracts_Receipt"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api_dossiers_contracts_Receipt"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/signature-refused`: Chữ ký của yêu cầu không được chấp nhận */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/event-id-reused`: Mã sự kiện này đã được dùng cho một nội dung khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_sequence_gaps: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.dossiers.contracts.integration.Gap_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/signature-refused`: Chữ ký của yêu cầu không được chấp nhận */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    send_gauge_readings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingBatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gauges_contracts_BatchAnswer"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/signature-refused`: Chữ ký của yêu cầu không được chấp nhận */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_held_events: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.dossiers.contracts.integration.HeldEvent_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/signature-refused`: Chữ ký của yêu cầu không được chấp nhận */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    call_by_sms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSms"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsReceipt"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/signature-refused`: Chữ ký của yêu cầu không được chấp nhận */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_life_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.procedures.contracts.LifeEvent_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    show_life_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mã thủ tục, ví dụ 1.001193 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/life-event-not-found`: Không có việc đời nào mang mã này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    locate_point: {
        parameters: {
            query: {
                /** @description Sai số vị trí, mét */
                accuracy_m?: number;
                lat: number;
                lon: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Located"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    show_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_alert_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPlaces"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    put_alert_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAlertPlaces"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPlaces"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/alert-unusable`: Cảnh báo chưa phát được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.consents.contracts.Consent_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    decide_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What we ask consent for, each on its own. */
                purpose: components["schemas"]["Purpose"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/consent-text-changed`: Nội dung đồng ý đã được cập nhật, hãy đọc lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Devices"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_out_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/device-not-found`: Không tìm thấy thiết bị này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_out_others: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_dossier_shares: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shares"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_dossier_share: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewShare"];
            };
        };
        responses: {
            /** @description Asked before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-share-not-needed`: Hồ sơ này nộp bằng số của chính bạn, không cần xin ai; `/problems/dossier-share-text-changed`: Nội dung đồng ý đã được cập nhật, hãy đọc lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-lookups`: Bạn đã tra cứu sai nhiều lần, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    end_dossier_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-share-not-found`: Không tìm thấy lượt theo dõi giúp này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_dossier_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareCode"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-share-code-wrong`: Mã đồng ý không đúng hoặc đã hết hạn; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_my_dossiers: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.dossiers.contracts.Dossier_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    follow_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lookup"];
            };
        };
        responses: {
            /** @description Followed before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-share-waiting`: Bạn đang chờ chủ hồ sơ đồng ý, chưa theo dõi được */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-lookups`: Bạn đã tra cứu sai nhiều lần, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_my_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unfollow_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_dossier_followers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Followers"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    decide_dossier_follower: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier_id: string;
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowerDecision"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Follower"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại; `/problems/dossier-follower-not-found`: Không tìm thấy người theo dõi này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-share-text-changed`: Nội dung đồng ý đã được cập nhật, hãy đọc lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_about_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            /** @description Asked before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-question-open`: Câu hỏi trước của bạn về hồ sơ này chưa được trả lời; `/problems/dossier-question-refused`: Lúc này chưa gửi được đề nghị này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    rate_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRating"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-found`: Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/dossier-not-rateable`: Chỉ đánh giá được khi hồ sơ đã xong; `/problems/dossier-rating-closed`: Đã quá 7 ngày nên không sửa được đánh giá này nữa */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_email_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEmail"];
            };
        };
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAsked"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    forget_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCode"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreferences"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/email-code-wrong`: Mã xác nhận thư điện tử không đúng hoặc đã hết hạn; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_message_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreferences"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    change_message_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreferences"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/preferences-text-changed`: Nội dung đồng ý đã được cập nhật, hãy đọc lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_inbox: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    mark_message_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/message-not-found`: Không tìm thấy tin nhắn này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    mark_all_messages_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/merge-refused`: Hai tài khoản này không gộp được với nhau */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/code-refused`: Mã không đúng hoặc đã hết hạn; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZaloPhone"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-token-invalid`: Phiên Zalo không hợp lệ hoặc đã hết hạn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-your-zalo`: Tài khoản Zalo không khớp với phiên đăng nhập; `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/zalo-user-hidden`: Tài khoản Zalo này không cho phép đăng nhập */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/phone-taken`: Số điện thoại này đã thuộc về một tài khoản khác; `/problems/zalo-code-used`: Mã chia sẻ từ Zalo đã được dùng, hãy thử lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-code-invalid`: Mã chia sẻ từ Zalo đã hết hạn, hãy thử lại; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-misconfigured`: Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-answer-lost`: Zalo chưa trả lời kịp, hãy bấm chia sẻ lại; `/problems/zalo-unavailable`: Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_province: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripEnd"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/merge-refused`: Hai tài khoản này không gộp được với nhau */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/trip-refused`: Đăng nhập chưa thành công, hãy làm lại từ đầu; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/province-sign-in-down`: Máy chủ đăng nhập của tỉnh chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unlink_province: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/last-way-in`: Đây là cách đăng nhập duy nhất của bạn, hãy nối thêm số điện thoại trước */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    subscribe_to_push: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPushSubscription"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscription"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-push-subscriptions`: Đã có quá nhiều thiết bị nhận thông báo */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/push-endpoint-refused`: Trình duyệt này dùng dịch vụ thông báo mà hệ thống không gửi đến được; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unsubscribe_from_push: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoneEndpoint"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_my_reports: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.reports.contracts.Line_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_my_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    forget_reporter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    rate_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["reports_contracts_Rating"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    reply_to_question: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reply"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    request_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-not-found`: Không tìm thấy phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactor"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/second-factor-there`: Tài khoản đã có xác thực lớp hai, hãy nhập mã của lớp đó trước */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorCode"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proven"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/second-factor-there`: Tài khoản đã có xác thực lớp hai, hãy nhập mã của lớp đó trước */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/second-factor-refused`: Mã xác thực lớp hai không đúng hoặc đã dùng; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    prove_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorCode"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proven"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/second-factor-refused`: Mã xác thực lớp hai không đúng hoặc đã dùng; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_zalo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZaloSignIn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-token-invalid`: Phiên Zalo không hợp lệ hoặc đã hết hạn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/zalo-user-hidden`: Tài khoản Zalo này không cho phép đăng nhập */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/merge-refused`: Hai tài khoản này không gộp được với nhau */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-misconfigured`: Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-unavailable`: Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_zalo_web: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripEnd"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-token-invalid`: Phiên Zalo không hợp lệ hoặc đã hết hạn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sign-in-way-off`: Cách đăng nhập này chưa được bật */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/merge-refused`: Hai tài khoản này không gộp được với nhau */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/trip-refused`: Đăng nhập chưa thành công, hãy làm lại từ đầu; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-misconfigured`: Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-unavailable`: Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_moderation: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.moderation.contracts.ToLook_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_moderation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    revert_moderation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
                step_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reverting"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-changed`: Người khác vừa duyệt mục này, hãy xem lại; `/problems/moderation-refused`: Không thực hiện được bước duyệt này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-unusable`: Thông tin duyệt chưa dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    finish_moderation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Looked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-changed`: Người khác vừa duyệt mục này, hãy xem lại; `/problems/moderation-refused`: Không thực hiện được bước duyệt này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-unusable`: Thông tin duyệt chưa dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    set_public: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publishing"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-changed`: Người khác vừa duyệt mục này, hãy xem lại; `/problems/moderation-refused`: Không thực hiện được bước duyệt này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-unusable`: Thông tin duyệt chưa dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    set_public_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-changed`: Người khác vừa duyệt mục này, hãy xem lại; `/problems/moderation-refused`: Không thực hiện được bước duyệt này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-unusable`: Thông tin duyệt chưa dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    blur_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotoAreas"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-changed`: Người khác vừa duyệt mục này, hãy xem lại; `/problems/moderation-refused`: Không thực hiện được bước duyệt này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-unusable`: Thông tin duyệt chưa dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    open_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["moderation_contracts_Opening"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClearPhoto"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    judge_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotoVerdict"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-not-found`: Không có mục này trong phần duyệt công khai của bạn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-changed`: Người khác vừa duyệt mục này, hãy xem lại; `/problems/moderation-refused`: Không thực hiện được bước duyệt này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/moderation-unusable`: Thông tin duyệt chưa dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_searches: {
        parameters: {
            query: {
                days?: number;
                /** @description Chỉ những câu không ra gì, hay tất cả */
                kind?: components["schemas"]["SearchKind"];
                limit?: number;
                /** @description Mã tỉnh, thành phố */
                province: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Searches"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    download_reports_csv: {
        parameters: {
            query?: {
                /** @description Trang sau: số trong tiêu đề Link */
                before?: number | null;
                limit?: number;
                /** @description Tháng: 2026-11 */
                since?: string | null;
                /** @description Tháng: 2026-11 */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    download_reports_geojson: {
        parameters: {
            query?: {
                /** @description Trang sau: số trong tiêu đề Link */
                before?: number | null;
                limit?: number;
                /** @description Tháng: 2026-11 */
                since?: string | null;
                /** @description Tháng: 2026-11 */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": unknown;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    view_coverage: {
        parameters: {
            query: {
                province: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-your-province`: Bạn chỉ xem được số liệu của tỉnh mình phụ trách */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-found`: Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    view_progress: {
        parameters: {
            query?: {
                team_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamProgress"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-found`: Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    view_public_coverage: {
        parameters: {
            query: {
                province: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-found`: Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    pull_area: {
        parameters: {
            query?: {
                cursor?: string | null;
                team_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pull"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/no-team`: Bạn chưa thuộc tổ nào, hoặc không thuộc tổ này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    recount_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["outreach_measurement_contracts_Recount"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sync_visits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncBatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncAnswer"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_teams: {
        parameters: {
            query?: {
                commune?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_outreach.teams.contracts.Team_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_team_members: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.grants.contracts.Member_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-your-team`: Bạn không phải tổ trưởng của tổ này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_in_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-your-team`: Bạn không phải tổ trưởng của tổ này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/nobody-with-number`: Chưa ai đăng nhập bằng số này. Hãy nhờ người đó đăng nhập một lần rồi thử lại */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/leader-stays`: Chỉ quản trị viên thay đổi được vai trò của tổ trưởng; `/problems/grant-overlaps`: Người này đã có vai trò đó trong thời gian này */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_out_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Revocation"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-your-team`: Bạn không phải tổ trưởng của tổ này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/member-not-found`: Không tìm thấy thành viên này trong tổ */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/leader-stays`: Chỉ quản trị viên thay đổi được vai trò của tổ trưởng */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plan_tonight: {
        parameters: {
            query?: {
                limit?: number;
                team_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tonight"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/no-team`: Bạn chưa thuộc tổ nào, hoặc không thuộc tổ này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_photo: {
        parameters: {
            query?: {
                proof?: string;
                until?: number;
            };
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                photo_id: string;
                /** @description The two derivatives: long side 1600 and 480. */
                size: components["schemas"]["Size"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_clear_photo: {
        parameters: {
            query?: {
                proof?: string;
                until?: number;
            };
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    find_procedures: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description Nơi làm */
                level?: components["schemas"]["procedures_contracts_Level"] | null;
                limit?: number;
                /** @description Mã tỉnh, thành phố của người hỏi */
                province?: string | null;
                /** @description Điều cần làm, bằng lời của mình */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    show_procedure: {
        parameters: {
            query?: {
                /** @description Mã xã, phường của người xem */
                commune?: string | null;
            };
            header?: never;
            path: {
                /** @description Mã thủ tục, ví dụ 1.001193 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Procedure"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/procedure-not-found`: Không có thủ tục nào mang mã này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_popular_procedures: {
        parameters: {
            query?: {
                limit?: number;
                /** @description Mã tỉnh, thành phố của người hỏi */
                province?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.procedures.contracts.ProcedureLine_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    suggest_procedures: {
        parameters: {
            query?: {
                limit?: number;
                /** @description Mã tỉnh, thành phố của người hỏi */
                province?: string | null;
                /** @description Điều cần làm, bằng lời của mình */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_provinces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.places.contracts.Province_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_esms_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: boolean;
                    };
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/link-not-ours`: Liên kết này không đúng */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["api_messages_contracts_Receipt"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: boolean;
                    };
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/link-not-ours`: Liên kết này không đúng */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_report_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_reports: {
        parameters: {
            query?: {
                /** @description tây,nam,đông,bắc theo độ */
                bbox?: string | null;
                category?: string | null;
                commune?: string | null;
                cursor?: string | null;
                limit?: number;
                state?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.published.contracts.PublicReport_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    submit_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description Sent before: the first answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api_reports_contracts_Receipt"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api_reports_contracts_Receipt"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-id-taken`: Mã này đã dùng cho một phản ánh có nội dung khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/report-unusable`: Phản ánh chưa gửi được, hãy kiểm tra lại thông tin; `/problems/report-belongs-elsewhere`: Việc này không gửi như phản ánh hiện trường */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicReport"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/published-report-not-found`: Không có phản ánh công khai này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    put_report_photo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                position: number;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/heic": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoReceipt"];
                };
            };
            /** @description Taken in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoReceipt"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-place-taken`: Vị trí này đã có ảnh khác; `/problems/photo-not-expected`: Phản ánh này không nhận thêm ảnh */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-too-large`: Ảnh lớn hơn 12 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-unusable`: Ảnh này không dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_photo_pieces: {
        parameters: {
            query: {
                /** @description SHA-256 của cả ảnh */
                digest: string;
            };
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                position: number;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Arrived"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-place-taken`: Vị trí này đã có ảnh khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    add_photo_piece: {
        parameters: {
            query: {
                /** @description SHA-256 của cả ảnh */
                digest: string;
                length: number;
                offset: number;
            };
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                position: number;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/heic": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Arrived"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-place-taken`: Vị trí này đã có ảnh khác; `/problems/photo-not-expected`: Phản ánh này không nhận thêm ảnh; `/problems/photo-piece-misplaced`: Phần ảnh này chưa tới lượt */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-too-large`: Ảnh lớn hơn 12 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-unusable`: Ảnh này không dùng được */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    upload_native_photos: {
        parameters: {
            query?: {
                proof?: string;
                until?: number;
            };
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NativeAnswer"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-large`: Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    open_native_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NativeAddress"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/photo-not-found`: Không tìm thấy ảnh hoặc phản ánh này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    witness_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWitness"];
            };
        };
        responses: {
            /** @description Said before: counted once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Support"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Support"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/nothing-to-witness`: Không có phản ánh này để xác nhận cùng */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/witness-id-taken`: Mã này đã dùng cho một phản ánh khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    look_nearby: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["nearby_contracts_Question"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearList"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_nearest_reports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["nearby_contracts_Place"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearestList"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_rescue_board: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag của bảng đang có */
                "If-None-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RescueBoard"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    look_at_numbers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contacts"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-taken`: Ca này đã có người nhận */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    merge_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescueMerge"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-changed`: Ca này vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/rescue-taken`: Ca này đã có người nhận; `/problems/rescue-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    split_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescueSplit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-changed`: Ca này vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/rescue-taken`: Ca này đã có người nhận; `/problems/rescue-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    act_on_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescueMove"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-changed`: Ca này vừa được người khác cập nhật, hãy tải lại rồi làm tiếp; `/problems/rescue-taken`: Ca này đã có người nhận; `/problems/rescue-move-refused`: Bước này không làm được ở trạng thái hiện tại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_rescues_nearby: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RescueNearby"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_reservoir_order: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description Sent before: the first answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/gauge-station-not-found`: Không có trạm đo này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/reservoir-order-id-taken`: Mã này đã dùng cho một lệnh điều tiết khác */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/reservoir-order-unusable`: Lệnh điều tiết chưa ghi được, hãy kiểm tra lại */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_sealed: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_api.sealed.contracts.SealedCase_"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn không có quyền làm việc này */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_sealed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["sealed_contracts_Ask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedCase"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/sealed-takes-two`: Hộp kín chỉ mở khi hai người có thẩm quyền cùng đồng ý */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-not-found`: Không có hộp kín này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-over`: Yêu cầu mở hộp kín này đã hết hiệu lực */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    agree_sealed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opening_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedCase"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/sealed-takes-two`: Hộp kín chỉ mở khi hai người có thẩm quyền cùng đồng ý */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-not-found`: Không có hộp kín này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-over`: Yêu cầu mở hộp kín này đã hết hiệu lực */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_sealed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opening_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sender"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/sealed-takes-two`: Hộp kín chỉ mở khi hai người có thẩm quyền cùng đồng ý */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-not-found`: Không có hộp kín này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-over`: Yêu cầu mở hộp kín này đã hết hiệu lực */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-empty`: Trong hộp kín không còn gì */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_sealed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opening_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedCase"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/not-allowed`: Bạn không có quyền làm việc này; `/problems/sealed-takes-two`: Hộp kín chỉ mở khi hai người có thẩm quyền cùng đồng ý */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-not-found`: Không có hộp kín này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/sealed-over`: Yêu cầu mở hộp kín này đã hết hiệu lực */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    call_for_help: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSos"];
            };
        };
        responses: {
            /** @description Sent before: what is new was added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SosReceipt"];
                };
            };
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SosReceipt"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    follow_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SosStanding"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    say_safe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khoá theo dõi trả về khi gửi */
                "X-Tracking-Key"?: string | null;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SosStanding"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/rescue-not-found`: Không tìm thấy ca cứu hộ này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ask_before_unsubscribing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Không tìm thấy nội dung này */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unsubscribe_by_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/link-not-ours`: Liên kết này không đúng */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    share_zalo_location: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZaloLocation"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zalo_contracts_Place"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-token-invalid`: Phiên Zalo không hợp lệ hoặc đã hết hạn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-user-hidden`: Tài khoản Zalo này không cho phép đăng nhập */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-off`: Hệ thống này chưa kết nối với Zalo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-code-used`: Mã chia sẻ từ Zalo đã được dùng, hãy thử lại */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-code-invalid`: Mã chia sẻ từ Zalo đã hết hạn, hãy thử lại; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-misconfigured`: Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-answer-lost`: Zalo chưa trả lời kịp, hãy bấm chia sẻ lại; `/problems/zalo-unavailable`: Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    connect_zalo_oa: {
        parameters: {
            query: {
                code: string;
                oa_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connected"];
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-off`: Hệ thống này chưa kết nối với Zalo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-not-connected`: Zalo chưa cấp quyền cho Official Account này, hãy làm lại từ trang của Zalo; `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-many-requests`: Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    probe_zalo_mini_app_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_zalo_mini_app_event: {
        parameters: {
            query?: never;
            header?: {
                "X-ZEvent-Signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-signature-wrong`: Chữ ký của Zalo không đúng */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-large`: Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    probe_zalo_oa_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn cần đăng nhập */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_zalo_oa_event: {
        parameters: {
            query?: never;
            header?: {
                "X-ZEvent-Signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    "cache-control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Nội dung gửi lên không đọc được */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/zalo-signature-wrong`: Chữ ký của Zalo không đúng */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/too-large`: Nội dung gửi lên quá lớn */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `/problems/invalid`: Thông tin gửi lên chưa hợp lệ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Bạn thao tác quá nhanh, hãy thử lại sau */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống gặp lỗi, chúng tôi đã ghi nhận */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Hệ thống đang bận, hãy thử lại sau ít phút */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
}
