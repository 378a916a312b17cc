using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Convocations, meetings, agendas, decisions (docs/adr/0028).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0019_Commission")]
internal sealed class CommissionTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("AgendaItem", "Assignments", nullable: true);
        migrationBuilder.AddColumn<Guid>("Meeting", "OutboxMails", nullable: true);
        migrationBuilder.AddColumn<int>("Settings_QuorumPercent", "Schools", nullable: true);
        migrationBuilder.AddColumn<int>("Settings_MeetingsPerHalfYear", "Schools", nullable: true);
        AddConvocations(migrationBuilder);
        AddMeetings(migrationBuilder);
        AddItems(migrationBuilder);
        AddProtocols(migrationBuilder);
    }

    private static void AddConvocations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Convocations", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            OrderNumber = table.Column<string>(maxLength: 30),
            OrderOn = table.Column<DateOnly>(),
            SignedBy = table.Column<string>(maxLength: 120),
            From = table.Column<DateOnly>(),
            Until = table.Column<DateOnly>(),
            FirstMeetingOn = table.Column<DateOnly>(),
            TakenOver = table.Column<bool>(),
            ConvenedOn = table.Column<DateOnly>(nullable: true),
            EndedOn = table.Column<DateOnly>(nullable: true),
            Chair = table.Column<Guid>(nullable: true),
            Deputy = table.Column<Guid>(nullable: true),
            Secretary = table.Column<Guid>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_Convocations", row => new { row.School, row.Id }));
        migrationBuilder.CreateTable("ConvocationMembers", table => new
        {
            School = table.Column<Guid>(),
            Convocation = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            Group = table.Column<int>(),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
            Leaving = table.Column<int>(),
            Reason = table.Column<string>(maxLength: 300),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ConvocationMembers", row => new { row.School, row.Convocation, row.Person });
            table.ForeignKey("FK_ConvocationMembers_Convocations_School_Convocation", row => new { row.School, row.Convocation }, "Convocations", ["School", "Id"], onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_ConvocationMembers_People_School_Person", row => new { row.School, row.Person }, "People", ["School", "Id"], onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_ConvocationMembers_School_Person", "ConvocationMembers", ["School", "Person"]);
    }

    private static void AddMeetings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Meetings", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Convocation = table.Column<Guid>(),
            PlannedOn = table.Column<DateOnly>(),
            PlannedMinute = table.Column<int>(),
            Place = table.Column<string>(maxLength: 120),
            Extraordinary = table.Column<bool>(),
            Guests = table.Column<string>(maxLength: 500),
            State = table.Column<int>(),
            Number = table.Column<int>(nullable: true),
            HeldOn = table.Column<DateOnly>(nullable: true),
            BeganMinute = table.Column<int>(nullable: true),
            EndedMinute = table.Column<int>(nullable: true),
            EnteredOn = table.Column<DateOnly>(nullable: true),
            BegunBy = table.Column<Guid>(nullable: true),
            Chair = table.Column<Guid>(nullable: true),
            Secretary = table.Column<Guid>(nullable: true),
            ChairSignedOn = table.Column<DateOnly>(nullable: true),
            SecretarySignedOn = table.Column<DateOnly>(nullable: true),
            SignedDraft = table.Column<string>(maxLength: 64, nullable: true),
            AccessEndedOn = table.Column<DateOnly>(nullable: true),
            Reason = table.Column<string>(maxLength: 300),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Meetings", row => new { row.School, row.Id });
            table.ForeignKey("FK_Meetings_Convocations_School_Convocation", row => new { row.School, row.Convocation }, "Convocations", ["School", "Id"], onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("Attendances", table => new
        {
            School = table.Column<Guid>(),
            Meeting = table.Column<Guid>(),
            Person = table.Column<Guid>(),
            Group = table.Column<int>(),
            Presence = table.Column<int>(),
            Reason = table.Column<string>(maxLength: 200),
            AgreedOn = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Attendances", row => new { row.School, row.Meeting, row.Person });
            table.ForeignKey("FK_Attendances_Meetings_School_Meeting", row => new { row.School, row.Meeting }, "Meetings", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_Meetings_School_PlannedOn", "Meetings", ["School", "PlannedOn"]);
        migrationBuilder.CreateIndex("IX_Meetings_School_Convocation", "Meetings", ["School", "Convocation"]);
    }

    private static void AddItems(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AgendaItems", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Meeting = table.Column<Guid>(),
            Place = table.Column<int>(),
            Kind = table.Column<int>(),
            Title = table.Column<string>(maxLength: 200),
            Appeal = table.Column<Guid>(nullable: true),
            Number = table.Column<string>(maxLength: 20, nullable: true),
            Restricted = table.Column<bool>(),
            Ask = table.Column<int>(nullable: true),
            Closed = table.Column<bool>(),
            Heard = table.Column<string>(maxLength: 4000),
            Spoke = table.Column<string>(maxLength: 4000),
            Minutes = table.Column<int>(nullable: true),
            Recused = table.Column<string>(),
            Ballots = table.Column<string>(),
            Elected = table.Column<Guid>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AgendaItems", row => new { row.School, row.Id });
            table.ForeignKey("FK_AgendaItems_Meetings_School_Meeting", row => new { row.School, row.Meeting }, "Meetings", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("Decisions", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Meeting = table.Column<Guid>(),
            Item = table.Column<Guid>(),
            Place = table.Column<int>(),
            Text = table.Column<string>(maxLength: 600),
            Owner = table.Column<Guid>(),
            DueOn = table.Column<DateOnly>(),
            State = table.Column<int>(),
            Evidence = table.Column<string>(maxLength: 600),
            EndedOn = table.Column<DateOnly>(nullable: true),
            EndedBy = table.Column<Guid>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Decisions", row => new { row.School, row.Id });
            table.ForeignKey("FK_Decisions_AgendaItems_School_Item", row => new { row.School, row.Item }, "AgendaItems", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AgendaItems_School_Meeting", "AgendaItems", ["School", "Meeting"]);
        migrationBuilder.CreateIndex("IX_AgendaItems_School_Appeal", "AgendaItems", ["School", "Appeal"]);
        migrationBuilder.CreateIndex("IX_Decisions_School_State", "Decisions", ["School", "State"]);
        migrationBuilder.CreateIndex("IX_Decisions_School_Item", "Decisions", ["School", "Item"]);
    }

    private static void AddProtocols(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("ProtocolNotes", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Meeting = table.Column<Guid>(),
            Author = table.Column<Guid>(),
            Day = table.Column<DateOnly>(),
            Text = table.Column<string>(maxLength: 600),
            State = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ProtocolNotes", row => new { row.School, row.Id });
            table.ForeignKey("FK_ProtocolNotes_Meetings_School_Meeting", row => new { row.School, row.Meeting }, "Meetings", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("MeetingFiles", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Meeting = table.Column<Guid>(),
            AddedOn = table.Column<DateOnly>(),
            AddedBy = table.Column<Guid>(),
            Type = table.Column<string>(maxLength: 40),
            Content = table.Column<byte[]>(),
            Seals = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_MeetingFiles", row => new { row.School, row.Id });
            table.ForeignKey("FK_MeetingFiles_Meetings_School_Meeting", row => new { row.School, row.Meeting }, "Meetings", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("HalfYearRecords", table => new
        {
            School = table.Column<Guid>(),
            Year = table.Column<int>(),
            Half = table.Column<int>(),
            WarnedDays = table.Column<int>(nullable: true),
            Reason = table.Column<string>(maxLength: 600, nullable: true),
            GivenOn = table.Column<DateOnly>(nullable: true),
            GivenBy = table.Column<Guid>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_HalfYearRecords", row => new { row.School, row.Year, row.Half }));
        migrationBuilder.CreateIndex("IX_ProtocolNotes_School_Meeting", "ProtocolNotes", ["School", "Meeting"]);
        migrationBuilder.CreateIndex("IX_MeetingFiles_School_Meeting", "MeetingFiles", ["School", "Meeting"]);
    }
}
