using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Who reads while a reader is away, and which letters only for that.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0011_StandIns")]
internal sealed class StandIns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("StandIns", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            For = table.Column<Guid>(),
            By = table.Column<Guid>(),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_StandIns", row => new { row.School, row.Id });
            table.ForeignKey("FK_StandIns_People_School_For", row => new { row.School, row.For }, "People", ["School", "Id"], onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_StandIns_People_School_By", row => new { row.School, row.By }, "People", ["School", "Id"], onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("StandInLetters", table => new
        {
            School = table.Column<Guid>(),
            StandIn = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_StandInLetters", row => new { row.School, row.StandIn, row.Appeal });
            table.ForeignKey("FK_StandInLetters_StandIns_School_StandIn", row => new { row.School, row.StandIn }, "StandIns", ["School", "Id"], onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_StandInLetters_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_StandIns_School_For", "StandIns", ["School", "For"]);
        migrationBuilder.CreateIndex("IX_StandIns_School_By", "StandIns", ["School", "By"]);
        migrationBuilder.CreateIndex("IX_StandInLetters_School_Appeal", "StandInLetters", ["School", "Appeal"]);
    }
}
