using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>What consideration adds to a letter's official side; its records are parts, sealed.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0005_Consideration")]
internal sealed class Considered : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("Facts_TermSetTo", "Appeals", nullable: true);
        migrationBuilder.AddColumn<int>("Facts_Outcome", "Appeals", nullable: true);
    }
}
