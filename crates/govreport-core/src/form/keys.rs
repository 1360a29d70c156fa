//! The canonical keys: names of tables, rows, columns, sections. They are the public vocabulary of every output.
//!
//! The Rust names stand here; labels, aliases, editions and identities stand in the data files of `form/`, and a test
//! holds the two together.

use serde::{Deserialize, Serialize};

macro_rules! keys {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$doc])* #[serde(rename = $key)] $variant,)+ }

        impl $name {
            /// All members, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The key, as it stands in JSON, Arrow, on the command line and in Python.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The member with this key.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.key())
            }
        }
    };
}

keys! {
    /// One of the three statutory tables (报告的三张法定表格). The form has these and no others: a report has a field for each.
    TableKind {
        /// 二、主动公开政府信息情况: proactive disclosure, by article 20 of the Regulations.
        Proactive = "proactive",
        /// 三、收到和处理政府信息公开申请情况: requests received and handled.
        Requests = "requests",
        /// 四、政府信息公开行政复议、行政诉讼情况: administrative reconsideration and litigation.
        Review = "review",
    }
}

keys! {
    /// An edition of the form (格式版本). A printed table may mix both: see [`TableEdition`](crate::model::TableEdition).
    #[non_exhaustive]
    Edition {
        /// The trial form, 国办公开办函〔2019〕60号: reports on 2019 and 2020, still seen later.
        E2019 = "2019",
        /// The form in force, 国办公开办函〔2021〕30号: reports on 2021 and later.
        E2021 = "2021",
    }
}

keys! {
    /// A row of one of the three tables.
    #[non_exhaustive]
    RowKey {
        /// 规章: regulations (article 20, item 1).
        Regulations = "regulations",
        /// 行政规范性文件: administrative normative documents (article 20, item 1).
        NormativeDocuments = "normative_documents",
        /// 行政许可: administrative licensing (article 20, item 5).
        Licensing = "licensing",
        /// 其他对外管理服务事项: other services to the public (article 20, item 5; form of 2019).
        OtherServices = "other_services",
        /// 行政处罚: administrative penalties (article 20, item 6).
        Penalties = "penalties",
        /// 行政强制: administrative compulsory measures (article 20, item 6).
        CompulsoryMeasures = "compulsory_measures",
        /// 行政事业性收费: administrative fees (article 20, item 8).
        Fees = "fees",
        /// 政府集中采购: centralized government procurement (article 20, item 9; form of 2019).
        Procurement = "procurement",
        /// 一、本年新收政府信息公开申请数量: requests newly received this year.
        NewReceived = "new_received",
        /// 二、上年结转政府信息公开申请数量: requests carried in from last year.
        CarriedIn = "carried_in",
        /// 三（一）予以公开: granted.
        Granted = "granted",
        /// 三（二）部分公开: partially granted.
        PartiallyGranted = "partially_granted",
        /// 三（三）不予公开 1.属于国家秘密: denied, state secret.
        DeniedStateSecret = "denied.state_secret",
        /// 三（三）不予公开 2.其他法律行政法规禁止公开: denied, prohibited by other laws.
        DeniedProhibitedByLaw = "denied.prohibited_by_law",
        /// 三（三）不予公开 3.危及“三安全一稳定”: denied, endangers security and stability.
        DeniedSecurityAndStability = "denied.security_and_stability",
        /// 三（三）不予公开 4.保护第三方合法权益: denied, rights of third parties.
        DeniedThirdPartyRights = "denied.third_party_rights",
        /// 三（三）不予公开 5.属于三类内部事务信息: denied, internal affairs.
        DeniedInternalAffairs = "denied.internal_affairs",
        /// 三（三）不予公开 6.属于四类过程性信息: denied, process information.
        DeniedProcessInformation = "denied.process_information",
        /// 三（三）不予公开 7.属于行政执法案卷: denied, enforcement files.
        DeniedEnforcementFiles = "denied.enforcement_files",
        /// 三（三）不予公开 8.属于行政查询事项: denied, administrative inquiry.
        DeniedAdministrativeInquiry = "denied.administrative_inquiry",
        /// 三（四）无法提供 1.本机关不掌握相关政府信息: unavailable, not held by this body.
        UnavailableNotHeld = "unavailable.not_held",
        /// 三（四）无法提供 2.没有现成信息需要另行制作: unavailable, would have to be created.
        UnavailableNeedsCreation = "unavailable.needs_creation",
        /// 三（四）无法提供 3.补正后申请内容仍不明确: unavailable, unclear even after correction.
        UnavailableStillUnclear = "unavailable.still_unclear",
        /// 三（五）不予处理 1.信访举报投诉类申请: not processed, petition, tip-off or complaint.
        NotProcessedPetitionOrComplaint = "not_processed.petition_or_complaint",
        /// 三（五）不予处理 2.重复申请: not processed, duplicate.
        NotProcessedDuplicate = "not_processed.duplicate",
        /// 三（五）不予处理 3.要求提供公开出版物: not processed, asks for a publication.
        NotProcessedPublication = "not_processed.publication",
        /// 三（五）不予处理 4.无正当理由大量反复申请: not processed, excessive repeated requests.
        NotProcessedExcessive = "not_processed.excessive",
        /// 三（五）不予处理 5.要求行政机关确认或重新出具已获取信息: not processed, asks to confirm or reissue.
        NotProcessedReconfirmation = "not_processed.reconfirmation",
        /// 三（六）其他处理: other handling, one undivided row (form of 2019).
        OtherHandling = "other_handling",
        /// 三（六）其他处理 1.申请人无正当理由逾期不补正…: correction overdue (form of 2021).
        OtherHandlingCorrectionOverdue = "other_handling.correction_overdue",
        /// 三（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用…: fee overdue (form of 2021).
        OtherHandlingFeeOverdue = "other_handling.fee_overdue",
        /// 三（六）其他处理 3.其他: other (form of 2021).
        OtherHandlingOther = "other_handling.other",
        /// 三（七）总计: requests concluded this year.
        ConcludedTotal = "concluded_total",
        /// 四、结转下年度继续办理: requests carried forward to next year.
        CarriedForward = "carried_forward",
        /// 行政复议: administrative reconsideration.
        Reconsideration = "reconsideration",
        /// 行政诉讼 未经复议直接起诉: litigation without prior reconsideration.
        LitigationDirect = "litigation_direct",
        /// 行政诉讼 复议后起诉: litigation after reconsideration.
        LitigationAfterReconsideration = "litigation_after_reconsideration",
    }
}

keys! {
    /// A column of one of the three tables.
    #[non_exhaustive]
    ColumnKey {
        /// 本年制发件数: issued this year (form of 2021; documents).
        Issued = "issued",
        /// 本年废止件数: repealed this year (form of 2021; documents).
        Repealed = "repealed",
        /// 现行有效件数: in force at the end of the year (form of 2021; documents).
        InForce = "in_force",
        /// 本年新制作数量: made this year (form of 2019; documents).
        Made = "made",
        /// 本年新公开数量: disclosed this year (form of 2019; documents).
        Disclosed = "disclosed",
        /// 对外公开总数量: disclosed in total (form of 2019; documents).
        DisclosedTotal = "disclosed_total",
        /// 上一年项目数量: items of last year (form of 2019; items).
        PriorItems = "prior_items",
        /// 本年增/减: change this year, signed (form of 2019; items).
        Change = "change",
        /// 本年处理决定数量 (2021), 处理决定数量 (2019): decisions made.
        Decisions = "decisions",
        /// 采购项目数量: procurement projects (form of 2019).
        Projects = "projects",
        /// 本年收费金额（单位：万元） (2021), in ten thousand yuan; 采购总金额 (2019), as printed.
        Amount = "amount",
        /// 自然人: natural persons.
        NaturalPerson = "natural_person",
        /// 商业企业: commercial enterprises.
        CommercialEnterprise = "commercial_enterprise",
        /// 科研机构: research institutions.
        ResearchInstitution = "research_institution",
        /// 社会公益组织: public benefit organizations.
        PublicBenefitOrganization = "public_benefit_organization",
        /// 法律服务机构: legal service institutions.
        LegalServiceInstitution = "legal_service_institution",
        /// 其他: other legal persons or organizations.
        OtherOrganization = "other_organization",
        /// 结果维持: decision upheld.
        Upheld = "upheld",
        /// 结果纠正: decision corrected.
        Corrected = "corrected",
        /// 其他结果: other result.
        Other = "other",
        /// 尚未审结: still pending.
        Pending = "pending",
        /// 总计: total (requests and review).
        Total = "total",
    }
}

keys! {
    /// One of the six sections of the report (报告的六个部分).
    #[non_exhaustive]
    SectionKey {
        /// 一、总体情况: overview.
        Overview = "overview",
        /// 二、主动公开政府信息情况: proactive disclosure.
        Proactive = "proactive",
        /// 三、收到和处理政府信息公开申请情况: requests.
        Requests = "requests",
        /// 四、政府信息公开行政复议、行政诉讼情况: reconsideration and litigation.
        Review = "review",
        /// 五、存在的主要问题及改进情况: problems and improvements.
        Problems = "problems",
        /// 六、其他需要报告的事项: other matters.
        OtherMatters = "other_matters",
    }
}

keys! {
    /// One of the five parts of section one (总体情况的五个方面).
    #[non_exhaustive]
    OverviewPart {
        /// 主动公开: proactive disclosure.
        ProactiveDisclosure = "proactive_disclosure",
        /// 依申请公开: disclosure on request.
        DisclosureOnRequest = "disclosure_on_request",
        /// 政府信息管理: management of government information.
        InformationManagement = "information_management",
        /// 政府信息公开平台建设: platforms.
        Platforms = "platforms",
        /// 监督保障: supervision and guarantees.
        Supervision = "supervision",
    }
}

impl RowKey {
    /// The table this row belongs to.
    pub const fn table(self) -> TableKind {
        match self {
            Self::Regulations
            | Self::NormativeDocuments
            | Self::Licensing
            | Self::OtherServices
            | Self::Penalties
            | Self::CompulsoryMeasures
            | Self::Fees
            | Self::Procurement => TableKind::Proactive,
            Self::Reconsideration | Self::LitigationDirect | Self::LitigationAfterReconsideration => {
                TableKind::Review
            }
            _ => TableKind::Requests,
        }
    }
}

impl SectionKey {
    /// Its number in the form, from 1.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Its number as the form prints it: 一 to 六.
    pub const fn numeral(self) -> &'static str {
        match self {
            Self::Overview => "一",
            Self::Proactive => "二",
            Self::Requests => "三",
            Self::Review => "四",
            Self::Problems => "五",
            Self::OtherMatters => "六",
        }
    }

    /// The table that stands in this section.
    pub const fn table(self) -> Option<TableKind> {
        match self {
            Self::Proactive => Some(TableKind::Proactive),
            Self::Requests => Some(TableKind::Requests),
            Self::Review => Some(TableKind::Review),
            _ => None,
        }
    }
}

impl TableKind {
    /// The section this table stands in.
    pub const fn section(self) -> SectionKey {
        match self {
            Self::Proactive => SectionKey::Proactive,
            Self::Requests => SectionKey::Requests,
            Self::Review => SectionKey::Review,
        }
    }
}
