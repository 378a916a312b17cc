using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>A school's own templates of answers.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0012_AnswerTemplates")]
internal sealed class AnswerTemplateTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AnswerTemplates", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Replaces = table.Column<int>(nullable: true),
            Subject = table.Column<int>(nullable: true),
            Language = table.Column<string>(maxLength: 2),
            Title = table.Column<string>(maxLength: 80),
            Text = table.Column<string>(maxLength: 4000),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AnswerTemplates", row => new { row.School, row.Id });
            table.ForeignKey("FK_AnswerTemplates_Schools_School", row => row.School, "Schools", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_AnswerTemplates_School_Replaces_Language", "AnswerTemplates", ["School", "Replaces", "Language"], unique: true);
    }
}
