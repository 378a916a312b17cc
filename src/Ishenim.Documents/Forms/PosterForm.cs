namespace Ishenim.Documents.Forms;

public static class PosterForm
{
    public static Document Of(PosterPaper paper) => throw new NotSupportedException();
}
