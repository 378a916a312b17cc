using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Who has a letter for consideration (docs/adr/0015).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0015_Forwarding")]
internal sealed class Forwarded : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Assignments", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Recipient = table.Column<Guid>(),
            Instruction = table.Column<int>(),
            Place = table.Column<int>(),
            Lead = table.Column<bool>(),
            State = table.Column<int>(),
            Report = table.Column<int>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Assignments", row => new { row.School, row.Id });
            table.ForeignKey("FK_Assignments_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_Assignments_School_Appeal", "Assignments", ["School", "Appeal"]);
        migrationBuilder.CreateIndex("IX_Assignments_School_Recipient", "Assignments", ["School", "Recipient"]);
    }
}
