using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Lists of what is destroyed after its term, and what keeps a letter from it (docs/adr/0019).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0010_Retention")]
internal sealed class Retained : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Destructions", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            State = table.Column<int>(),
            PlannedOn = table.Column<DateOnly>(),
            PlannedBy = table.Column<Guid>(nullable: true),
            EndedOn = table.Column<DateOnly>(nullable: true),
            EndedBy = table.Column<Guid>(nullable: true),
            Number = table.Column<int>(nullable: true),
            FinalOn = table.Column<DateOnly>(nullable: true),
            FilesLeft = table.Column<string>(nullable: true),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Destructions", row => new { row.School, row.Id });
            table.ForeignKey("FK_Destructions_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("DestructionItems", table => new
        {
            School = table.Column<Guid>(),
            Destruction = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_DestructionItems", row => new { row.School, row.Destruction, row.Appeal });
            table.ForeignKey("FK_DestructionItems_Destructions_School_Destruction", row => new { row.School, row.Destruction }, "Destructions", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("Holds", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Kind = table.Column<int>(),
            SetOn = table.Column<DateOnly>(),
            SetBy = table.Column<Guid>(),
            LiftedOn = table.Column<DateOnly>(nullable: true),
            LiftedBy = table.Column<Guid>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Holds", row => new { row.School, row.Id });
            table.ForeignKey("FK_Holds_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_DestructionItems_School_Appeal", "DestructionItems", ["School", "Appeal"]);
        migrationBuilder.CreateIndex("IX_Holds_School_Appeal", "Holds", ["School", "Appeal"]);
    }
}
