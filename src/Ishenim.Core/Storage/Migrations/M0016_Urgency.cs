using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Who is told next of an urgent letter that nobody took up (docs/adr/0023).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0016_Urgency")]
internal sealed class Urgency : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("UrgentWaits", table => new
        {
            School = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            RoundPassed = table.Column<bool>(),
            Left = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UrgentWaits", row => new { row.School, row.Appeal });
            table.ForeignKey("FK_UrgentWaits_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("EscalationRounds", table => new
        {
            School = table.Column<Guid>(),
            Hour = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_EscalationRounds", row => row.School));
    }
}
