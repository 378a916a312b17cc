using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>A school's own days and its dated rules, in its row (docs/adr/0014).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0004_Calendar")]
internal sealed class CalendarOfSchool : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("CalendarBook", "Schools", nullable: true);
}
