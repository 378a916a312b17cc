using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Coded letter sheets, and answers on the notice board.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0003_Paper")]
internal sealed class Paper : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("Printer", "WriterKeys", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("Settings_RegulationOn", "Schools", nullable: true);
        migrationBuilder.AddColumn<string>("Settings_OrderNumber", "Schools", maxLength: 30, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("Settings_OrderOn", "Schools", nullable: true);
        migrationBuilder.AddColumn<bool>("Settings_ShowBoard", "Schools", defaultValue: false);
        migrationBuilder.AddColumn<bool>("Settings_ShowOpener", "Schools", defaultValue: false);
        migrationBuilder.CreateTable("SlipBatches", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            PrintedBy = table.Column<Guid>(),
            PrintedOn = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SlipBatches", row => new { row.School, row.Id });
            table.ForeignKey("FK_SlipBatches_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("Slips", table => new
        {
            School = table.Column<Guid>(),
            Number = table.Column<string>(maxLength: 8),
            Batch = table.Column<Guid>(),
            Lookup = table.Column<byte[]>(),
            PublicKey = table.Column<byte[]>(),
            State = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Slips", row => new { row.School, row.Number });
            table.ForeignKey("FK_Slips_SlipBatches_School_Batch", row => new { row.School, row.Batch }, "SlipBatches", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("BoardAnswers", table => new
        {
            School = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Number = table.Column<string>(maxLength: 20),
            RegisteredOn = table.Column<DateOnly>(),
            AnsweredOn = table.Column<DateOnly>(),
            Text = table.Column<string>(maxLength: 4000),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_BoardAnswers", row => new { row.School, row.Appeal });
            table.ForeignKey("FK_BoardAnswers_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_Slips_School_Lookup", "Slips", ["School", "Lookup"], unique: true);
        migrationBuilder.CreateIndex("IX_Slips_School_Batch", "Slips", ["School", "Batch"]);
    }
}
