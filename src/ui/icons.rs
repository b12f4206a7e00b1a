//! Line icons: names of the bundled Lucide subset and their code points.
//! Must not know what an icon stands for on a screen; that is the screen's business.

use egui::FontId;

use super::fonts;

/// One icon of the bundled subset, named as in Lucide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "the names are Lucide's own and say all there is"
)]
pub enum Icon {
    ArchiveRestore,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Calendar,
    CalendarRange,
    ChartColumn,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    CircleAlert,
    CircleCheck,
    ClipboardList,
    Clock,
    Combine,
    Contact,
    Copy,
    Download,
    Eye,
    EyeOff,
    FileDown,
    FileSpreadsheet,
    FileText,
    GitMerge,
    Globe,
    HardDrive,
    House,
    Info,
    Key,
    KeyRound,
    Languages,
    Link,
    Link2,
    ListChecks,
    Lock,
    LockKeyhole,
    Merge,
    MessageSquare,
    Minus,
    Moon,
    Pencil,
    Plus,
    Printer,
    Radar,
    RefreshCw,
    Save,
    Scale,
    Search,
    Settings,
    Shield,
    ShieldCheck,
    Smile,
    Split,
    SquareKanban,
    Star,
    Store,
    Sun,
    Table,
    Target,
    Trash2,
    TrendingDown,
    TrendingUp,
    TriangleAlert,
    Undo2,
    Upload,
    Users,
    X,
}

/// Every icon with its Lucide name and code point, in the order of the names.
pub const ICONS: &[(Icon, &str, char)] = &[
    (Icon::ArchiveRestore, "archive-restore", '\u{e2cd}'),
    (Icon::ArrowDown, "arrow-down", '\u{e042}'),
    (Icon::ArrowLeft, "arrow-left", '\u{e048}'),
    (Icon::ArrowRight, "arrow-right", '\u{e049}'),
    (Icon::ArrowUp, "arrow-up", '\u{e04a}'),
    (Icon::Calendar, "calendar", '\u{e063}'),
    (Icon::CalendarRange, "calendar-range", '\u{e2bd}'),
    (Icon::ChartColumn, "chart-column", '\u{e2a3}'),
    (Icon::Check, "check", '\u{e06c}'),
    (Icon::ChevronDown, "chevron-down", '\u{e06d}'),
    (Icon::ChevronLeft, "chevron-left", '\u{e06e}'),
    (Icon::ChevronRight, "chevron-right", '\u{e06f}'),
    (Icon::ChevronUp, "chevron-up", '\u{e070}'),
    (Icon::CircleAlert, "circle-alert", '\u{e077}'),
    (Icon::CircleCheck, "circle-check", '\u{e226}'),
    (Icon::ClipboardList, "clipboard-list", '\u{e086}'),
    (Icon::Clock, "clock", '\u{e087}'),
    (Icon::Combine, "combine", '\u{e44c}'),
    (Icon::Contact, "contact", '\u{e09c}'),
    (Icon::Copy, "copy", '\u{e09e}'),
    (Icon::Download, "download", '\u{e0b2}'),
    (Icon::Eye, "eye", '\u{e0ba}'),
    (Icon::EyeOff, "eye-off", '\u{e0bb}'),
    (Icon::FileDown, "file-down", '\u{e318}'),
    (Icon::FileSpreadsheet, "file-spreadsheet", '\u{e326}'),
    (Icon::FileText, "file-text", '\u{e0cc}'),
    (Icon::GitMerge, "git-merge", '\u{e0e4}'),
    (Icon::Globe, "globe", '\u{e0e8}'),
    (Icon::HardDrive, "hard-drive", '\u{e0ed}'),
    (Icon::House, "house", '\u{e0f5}'),
    (Icon::Info, "info", '\u{e0f9}'),
    (Icon::Key, "key", '\u{e0fd}'),
    (Icon::KeyRound, "key-round", '\u{e4a3}'),
    (Icon::Languages, "languages", '\u{e0fe}'),
    (Icon::Link, "link", '\u{e102}'),
    (Icon::Link2, "link-2", '\u{e103}'),
    (Icon::ListChecks, "list-checks", '\u{e1d0}'),
    (Icon::Lock, "lock", '\u{e10b}'),
    (Icon::LockKeyhole, "lock-keyhole", '\u{e531}'),
    (Icon::Merge, "merge", '\u{e43f}'),
    (Icon::MessageSquare, "message-square", '\u{e117}'),
    (Icon::Minus, "minus", '\u{e11c}'),
    (Icon::Moon, "moon", '\u{e11e}'),
    (Icon::Pencil, "pencil", '\u{e1f9}'),
    (Icon::Plus, "plus", '\u{e13d}'),
    (Icon::Printer, "printer", '\u{e141}'),
    (Icon::Radar, "radar", '\u{e497}'),
    (Icon::RefreshCw, "refresh-cw", '\u{e145}'),
    (Icon::Save, "save", '\u{e14d}'),
    (Icon::Scale, "scale", '\u{e212}'),
    (Icon::Search, "search", '\u{e151}'),
    (Icon::Settings, "settings", '\u{e154}'),
    (Icon::Shield, "shield", '\u{e158}'),
    (Icon::ShieldCheck, "shield-check", '\u{e1ff}'),
    (Icon::Smile, "smile", '\u{e164}'),
    (Icon::Split, "split", '\u{e440}'),
    (Icon::SquareKanban, "square-kanban", '\u{e170}'),
    (Icon::Star, "star", '\u{e176}'),
    (Icon::Store, "store", '\u{e3e4}'),
    (Icon::Sun, "sun", '\u{e178}'),
    (Icon::Table, "table", '\u{e17d}'),
    (Icon::Target, "target", '\u{e180}'),
    (Icon::Trash2, "trash-2", '\u{e18e}'),
    (Icon::TrendingDown, "trending-down", '\u{e190}'),
    (Icon::TrendingUp, "trending-up", '\u{e191}'),
    (Icon::TriangleAlert, "triangle-alert", '\u{e193}'),
    (Icon::Undo2, "undo-2", '\u{e2a1}'),
    (Icon::Upload, "upload", '\u{e19e}'),
    (Icon::Users, "users", '\u{e1a4}'),
    (Icon::X, "x", '\u{e1b2}'),
];

impl Icon {
    /// The character that draws this icon in the icon family.
    #[must_use]
    pub fn glyph(self) -> char {
        // The table is written in the order of the variants; a test holds it to that.
        ICONS[self as usize].2
    }

    /// The icon's name in Lucide.
    #[must_use]
    pub fn name(self) -> &'static str {
        ICONS[self as usize].1
    }

    /// The font that draws the icon at this size in points.
    #[must_use]
    pub fn font(size: f32) -> FontId {
        FontId::new(size, fonts::icon_family())
    }
}
