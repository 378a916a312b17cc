using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>The schema of 0.1: schools, staff, letters, journal. Columns are typed by CLR type, so that both databases understand it.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0001_Start")]
internal sealed class Start : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Counters", table => new
        {
            School = table.Column<Guid>(),
            Series = table.Column<string>(maxLength: 60),
            Last = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Counters", row => new { row.School, row.Series });
        });
        migrationBuilder.CreateTable("JournalHeads", table => new
        {
            School = table.Column<Guid>(),
            Book = table.Column<int>(),
            Lines = table.Column<long>(),
            Hash = table.Column<byte[]>(),
            TiedArrivals = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_JournalHeads", row => new { row.School, row.Book });
        });
        migrationBuilder.CreateTable("JournalLines", table => new
        {
            School = table.Column<Guid>(),
            Book = table.Column<int>(),
            Number = table.Column<long>(),
            Day = table.Column<DateOnly>(),
            At = table.Column<DateTime>(nullable: true),
            Actor = table.Column<Guid>(nullable: true),
            Verb = table.Column<string>(maxLength: 40),
            Appeal = table.Column<Guid>(nullable: true),
            Person = table.Column<Guid>(nullable: true),
            Detail = table.Column<string>(maxLength: 300, nullable: true),
            Hash = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_JournalLines", row => new { row.School, row.Book, row.Number });
        });
        migrationBuilder.CreateTable("KnownDevices", table => new
        {
            School = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            TokenHash = table.Column<byte[]>(),
            SeenOn = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_KnownDevices", row => new { row.School, row.Person, row.TokenHash });
        });
        migrationBuilder.CreateTable("OutboxMails", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            To = table.Column<string>(maxLength: 254),
            Language = table.Column<string>(maxLength: 2),
            Notice = table.Column<int>(),
            NotBefore = table.Column<DateTime>(),
            Attempts = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_OutboxMails", row => new { row.School, row.Id });
        });
        migrationBuilder.CreateTable("ProtectionKeys", table => new
        {
            Name = table.Column<string>(maxLength: 100),
            Xml = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ProtectionKeys", row => row.Name);
        });
        migrationBuilder.CreateTable("Schools", table => new
        {
            Id = table.Column<Guid>(),
            Slug = table.Column<string>(maxLength: 40),
            Place = table.Column<int>(),
            Town = table.Column<string>(maxLength: 80),
            Language = table.Column<string>(maxLength: 2),
            TimeZone = table.Column<string>(maxLength: 60),
            CodeSalt = table.Column<byte[]>(),
            CodeOperations = table.Column<long>(),
            CodeMemoryBytes = table.Column<long>(),
            CreatedOn = table.Column<DateOnly>(),
            OpenedOn = table.Column<DateOnly>(nullable: true),
            ReadersSince = table.Column<DateOnly>(nullable: true),
            Demo = table.Column<bool>(),
            Version = table.Column<int>(),
            Name_Kyrgyz = table.Column<string>(maxLength: 120),
            Name_KyrgyzGenitive = table.Column<string>(maxLength: 120),
            Name_Russian = table.Column<string>(maxLength: 120),
            Name_RussianGenitive = table.Column<string>(maxLength: 120),
            Settings_AnswerWorkingDays = table.Column<int>(),
            Settings_AppearAtHours = table.Column<string>(maxLength: 100),
            Settings_BoxPlace = table.Column<string>(maxLength: 200),
            Settings_FileMegabytes = table.Column<int>(),
            Settings_Files = table.Column<int>(),
            Settings_LastOpeningOn = table.Column<DateOnly>(nullable: true),
            Settings_Mailbox = table.Column<string>(maxLength: 254, nullable: true),
            Settings_OpeningEveryDays = table.Column<int>(),
            Settings_SiteOrigin = table.Column<string>(maxLength: 270, nullable: true),
            Settings_SixDayWeek = table.Column<bool>(),
            Settings_TextCharacters = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Schools", row => row.Id);
        });
        migrationBuilder.CreateTable("StaffSessions", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            WrappedKey = table.Column<byte[]>(),
            Device = table.Column<string>(maxLength: 60),
            StartedAt = table.Column<DateTime>(),
            SeenAt = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_StaffSessions", row => new { row.School, row.Id });
        });
        migrationBuilder.CreateTable("Appeals", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Restricted = table.Column<bool>(),
            AppearsAt = table.Column<DateTime>(),
            RegisterPlace = table.Column<long>(nullable: true),
            Facts_Number = table.Column<string>(maxLength: 20, nullable: true),
            Facts_ReceivedOn = table.Column<DateOnly>(nullable: true),
            Facts_RegisteredOn = table.Column<DateOnly>(nullable: true),
            Facts_DueOn = table.Column<DateOnly>(nullable: true),
            Facts_Kind = table.Column<int>(nullable: true),
            Facts_Subject = table.Column<int>(nullable: true),
            Facts_Group = table.Column<int>(nullable: true),
            Facts_Channel = table.Column<int>(nullable: true),
            Facts_Signed = table.Column<bool>(nullable: true),
            Facts_Urgent = table.Column<bool>(nullable: true),
            Facts_State = table.Column<int>(nullable: true),
            Facts_AnsweredOn = table.Column<DateOnly>(nullable: true),
            Facts_ClosedOn = table.Column<DateOnly>(nullable: true),
            Sealed = table.Column<byte[]>(),
            Epoch = table.Column<int>(),
            LastPart = table.Column<int>(),
            WrittenAfterClosing = table.Column<DateOnly>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Appeals", row => new { row.School, row.Id });
            table.ForeignKey("FK_Appeals_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("Invitations", table => new
        {
            School = table.Column<Guid>(),
            TokenHash = table.Column<byte[]>(),
            Person = table.Column<Guid>(nullable: true),
            ExpiresAt = table.Column<DateTime>(),
            UsedAt = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Invitations", row => new { row.School, row.TokenHash });
            table.ForeignKey("FK_Invitations_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("People", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Name = table.Column<string>(maxLength: 120),
            Post = table.Column<string>(maxLength: 120),
            Position = table.Column<int>(),
            Woman = table.Column<bool>(),
            Email = table.Column<string>(maxLength: 254, nullable: true),
            Language = table.Column<string>(maxLength: 2),
            LeftOn = table.Column<DateOnly>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_People", row => new { row.School, row.Id });
            table.ForeignKey("FK_People_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("Attachments", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Class = table.Column<byte>(),
            Epoch = table.Column<int>(),
            Side = table.Column<byte>(),
            Message = table.Column<int>(),
            Place = table.Column<int>(),
            SealedName = table.Column<byte[]>(),
            StoredBytes = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Attachments", row => new { row.School, row.Id });
            table.ForeignKey("FK_Attachments_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("Grants", table => new
        {
            School = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Class = table.Column<byte>(),
            Epoch = table.Column<int>(),
            Recipient = table.Column<Guid>(),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Grants", row => new { row.School, row.Appeal, row.Class, row.Epoch, row.Recipient });
            table.ForeignKey("FK_Grants_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("Parts", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Class = table.Column<byte>(),
            Epoch = table.Column<int>(),
            Kind = table.Column<byte>(),
            Side = table.Column<byte>(),
            Sequence = table.Column<int>(),
            Day = table.Column<DateOnly>(),
            AppearsAt = table.Column<DateTime>(),
            Author = table.Column<Guid>(nullable: true),
            Sealed = table.Column<byte[]>(),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Parts", row => new { row.School, row.Id });
            table.ForeignKey("FK_Parts_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("ReadMarks", table => new
        {
            School = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            Sequence = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ReadMarks", row => new { row.School, row.Appeal, row.Person });
            table.ForeignKey("FK_ReadMarks_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("WriterKeys", table => new
        {
            School = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Lookup = table.Column<byte[]>(),
            PublicKey = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_WriterKeys", row => new { row.School, row.Appeal });
            table.ForeignKey("FK_WriterKeys_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("Accounts", table => new
        {
            School = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            Login = table.Column<string>(maxLength: 40),
            PublicKey = table.Column<byte[]>(),
            Salt = table.Column<byte[]>(),
            StretchOperations = table.Column<long>(),
            StretchMemoryBytes = table.Column<long>(),
            Verifier = table.Column<byte[]>(),
            WrappedPrivateKey = table.Column<byte[]>(),
            WrappedSecondFactor = table.Column<byte[]>(),
            RecoveryWrap = table.Column<byte[]>(),
            LastOtpStep = table.Column<long>(),
            RecoverySheetOn = table.Column<DateOnly>(nullable: true),
            UndertakingOn = table.Column<DateOnly>(nullable: true),
            ConfirmedOn = table.Column<DateOnly>(nullable: true),
            ConfirmedBy = table.Column<Guid>(nullable: true),
            ReleasedOn = table.Column<DateOnly>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Accounts", row => new { row.School, row.Person });
            table.ForeignKey("FK_Accounts_People_School_Person", row => new { row.School, row.Person }, "People", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("PersonRoles", table => new
        {
            School = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            Role = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_PersonRoles", row => new { row.School, row.Person, row.Role });
            table.ForeignKey("FK_PersonRoles_People_School_Person", row => new { row.School, row.Person }, "People", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_Accounts_School_Login", "Accounts", ["School", "Login"], unique: true);
        migrationBuilder.CreateIndex("IX_Appeals_School_RegisterPlace", "Appeals", ["School", "RegisterPlace"]);
        migrationBuilder.CreateIndex("IX_Appeals_School_Restricted", "Appeals", ["School", "Restricted"]);
        migrationBuilder.CreateIndex("IX_Appeals_School_WrittenAfterClosing", "Appeals", ["School", "WrittenAfterClosing"]);
        IndexRegister(migrationBuilder);
        migrationBuilder.CreateIndex("IX_Attachments_School_Appeal", "Attachments", ["School", "Appeal"]);
        migrationBuilder.CreateIndex("IX_Grants_School_Recipient", "Grants", ["School", "Recipient"]);
        migrationBuilder.CreateIndex("IX_JournalLines_School_Appeal", "JournalLines", ["School", "Appeal"]);
        migrationBuilder.CreateIndex("IX_OutboxMails_NotBefore", "OutboxMails", "NotBefore");
        migrationBuilder.CreateIndex("IX_Parts_School_Author_Kind", "Parts", ["School", "Author", "Kind"]);
        migrationBuilder.CreateIndex("IX_Parts_School_Appeal_Sequence", "Parts", ["School", "Appeal", "Sequence"], unique: true);
        migrationBuilder.CreateIndex("IX_Schools_Place", "Schools", "Place", unique: true);
        migrationBuilder.CreateIndex("IX_Schools_Slug", "Schools", "Slug", unique: true);
        migrationBuilder.CreateIndex("IX_StaffSessions_School_Person", "StaffSessions", ["School", "Person"]);
        migrationBuilder.CreateIndex("IX_WriterKeys_School_Lookup", "WriterKeys", ["School", "Lookup"], unique: true);
    }

    /// <summary>
    /// One index for each filter of the register, in the register's order, so that a page of it is found without walking
    /// through a million letters. They span the owned facts and the row itself, which the model cannot say.
    /// </summary>
    private static void IndexRegister(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[] { "State", "Kind", "Subject", "Group", "Channel", "Urgent", "ReceivedOn" })
            migrationBuilder.CreateIndex($"IX_Register_{column}", "Appeals", ["School", $"Facts_{column}", "RegisterPlace"]);
    }
}
