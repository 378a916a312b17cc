using Ishenim.Core.Boxes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Boxes, their keys, openings and the forms that are frozen. The place of a school's one box becomes its first row.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0002_Boxes")]
internal sealed class BoxesAndOpenings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Settings_OpeningSigners", "Schools", nullable: true);
        migrationBuilder.AddColumn<int>("Settings_OpeningMembers", "Schools", nullable: true);
        AddBoxes(migrationBuilder);
        AddOpenings(migrationBuilder);
        AddForms(migrationBuilder);
        migrationBuilder.Sql(FirstBoxes.Sql);
    }

    private static void AddBoxes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Boxes", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Number = table.Column<int>(),
            Place = table.Column<string>(maxLength: 200),
            Seal = table.Column<string>(maxLength: 40),
            InUseFrom = table.Column<DateOnly>(),
            InUseTo = table.Column<DateOnly>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Boxes", row => new { row.School, row.Id });
            table.ForeignKey("FK_Boxes_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("KeyCustodies", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Box = table.Column<Guid>(),
            Holder = table.Column<Guid>(),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
            EnteredOn = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_KeyCustodies", row => new { row.School, row.Id });
            table.ForeignKey("FK_KeyCustodies_Boxes_School_Box", row => new { row.School, row.Box }, "Boxes", ["School", "Id"], onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_KeyCustodies_People_School_Holder", row => new { row.School, row.Holder }, "People", ["School", "Id"], onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("OpeningIntervals", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
            Days = table.Column<int>(),
            Order = table.Column<string>(maxLength: 40),
            EnteredOn = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_OpeningIntervals", row => new { row.School, row.Id });
            table.ForeignKey("FK_OpeningIntervals_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_Boxes_School_Number", "Boxes", ["School", "Number"], unique: true);
        migrationBuilder.CreateIndex("IX_KeyCustodies_School_Box", "KeyCustodies", ["School", "Box"]);
        migrationBuilder.CreateIndex("IX_KeyCustodies_School_Holder", "KeyCustodies", ["School", "Holder"]);
    }

    private static void AddOpenings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Openings", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Box = table.Column<Guid>(),
            OpenedOn = table.Column<DateOnly>(),
            OpenedMinute = table.Column<int>(),
            EnteredOn = table.Column<DateOnly>(),
            EnteredBy = table.Column<Guid>(),
            Intact = table.Column<bool>(),
            Damage = table.Column<string>(maxLength: 300),
            Facing = table.Column<int>(),
            SealBefore = table.Column<string>(maxLength: 40),
            SealAfter = table.Column<string>(maxLength: 40),
            FewMembers = table.Column<bool>(),
            LettersFound = table.Column<int>(nullable: true),
            SheetsFound = table.Column<int>(nullable: true),
            FinishedOn = table.Column<DateOnly>(nullable: true),
            FinishedBy = table.Column<Guid>(nullable: true),
            Number = table.Column<int>(nullable: true),
            ActNumber = table.Column<int>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Openings", row => new { row.School, row.Id });
            table.ForeignKey("FK_Openings_Boxes_School_Box", row => new { row.School, row.Box }, "Boxes", ["School", "Id"], onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("OpeningSigners", table => new
        {
            School = table.Column<Guid>(),
            Opening = table.Column<Guid>(),
            Place = table.Column<int>(),
            Person = table.Column<Guid>(nullable: true),
            Name = table.Column<string>(maxLength: 120),
            Post = table.Column<string>(maxLength: 120),
            Capacity = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_OpeningSigners", row => new { row.School, row.Opening, row.Place });
            table.ForeignKey("FK_OpeningSigners_Openings_School_Opening", row => new { row.School, row.Opening }, "Openings", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("OpeningItems", table => new
        {
            School = table.Column<Guid>(),
            Opening = table.Column<Guid>(),
            Entry = table.Column<Guid>(),
            Place = table.Column<int>(),
            SetAside = table.Column<int>(),
            Sheets = table.Column<int>(),
            Restricted = table.Column<bool>(),
            Closed = table.Column<bool>(),
            Appeal = table.Column<Guid>(nullable: true),
            Number = table.Column<string>(maxLength: 20, nullable: true),
            Kind = table.Column<int>(nullable: true),
            Signed = table.Column<bool>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_OpeningItems", row => new { row.School, row.Opening, row.Entry });
            table.ForeignKey("FK_OpeningItems_Openings_School_Opening", row => new { row.School, row.Opening }, "Openings", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("OpeningReminders", table => new
        {
            School = table.Column<Guid>(),
            Day = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_OpeningReminders", row => new { row.School, row.Day });
        });
        migrationBuilder.CreateIndex("IX_Openings_School_Box", "Openings", ["School", "Box"]);
        migrationBuilder.CreateIndex("IX_Openings_School_OpenedOn", "Openings", ["School", "OpenedOn"]);
        migrationBuilder.CreateIndex("IX_Openings_School_FinishedOn", "Openings", ["School", "FinishedOn"]);
    }

    private static void AddForms(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("BoxFiles", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Kind = table.Column<int>(),
            Of = table.Column<Guid>(),
            AddedOn = table.Column<DateOnly>(),
            AddedBy = table.Column<Guid>(),
            Type = table.Column<string>(maxLength: 40),
            Content = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_BoxFiles", row => new { row.School, row.Id });
        });
        migrationBuilder.CreateTable("FrozenForms", table => new
        {
            School = table.Column<Guid>(),
            Kind = table.Column<int>(),
            Year = table.Column<int>(),
            Number = table.Column<int>(),
            Of = table.Column<Guid>(),
            Day = table.Column<DateOnly>(),
            Content = table.Column<string>(),
            Line = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_FrozenForms", row => new { row.School, row.Kind, row.Year, row.Number });
        });
        migrationBuilder.CreateIndex("IX_BoxFiles_School_Of", "BoxFiles", ["School", "Of"]);
        migrationBuilder.CreateIndex("IX_FrozenForms_School_Of", "FrozenForms", ["School", "Of"]);
    }
}
