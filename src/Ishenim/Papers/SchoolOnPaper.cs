using Ishenim.Core.Schools;
using Ishenim.Documents;
using Ishenim.Documents.Forms;

namespace Ishenim.Papers;

internal static class SchoolOnPaper
{
    public static PaperSchool OnPaper(this SchoolName name, PaperLanguage language) => language == PaperLanguage.Russian
        ? new PaperSchool(name.Russian, name.RussianGenitive)
        : new PaperSchool(name.Kyrgyz, name.KyrgyzGenitive);
}
