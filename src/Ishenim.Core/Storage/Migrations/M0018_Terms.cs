using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>From when a term runs and for how long it stood still, so that it follows the calendar (docs/adr/0024).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0018_Terms")]
internal sealed class Terms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("Facts_TermFrom", "Appeals", nullable: true);
        migrationBuilder.AddColumn<int>("Facts_TermStood", "Appeals", nullable: true);
    }
}
