"""cdktf-to-cdktn: Python programs move from CDK for Terraform to CDK Terrain."""

from collections.abc import Mapping

from tffix import Codemod, Rewriting, cdktn


class CdktfToCdktn(Codemod):
    """A Python program uses CDK for Terraform, which is no longer developed, and not CDK Terrain.

    What:
    Migrates projects in Python from `cdktf` to `cdktn`: imports of the library and of the prebuilt bindings,
    and all that refers to them; the requirements in requirements.txt, pyproject.toml (of the standard,
    Poetry, uv, PDM and Hatch), Pipfile, setup.py and setup.cfg. The new version ranges have the form of the
    old ones and carry the same major version of each provider; `cdktn` 0.22 is what `cdktf` 0.21 was. This
    is a migration: it belongs to no profile and runs only if it is selected.

    Reported are lock files and requirements with hashes, which must be made anew; bindings that `cdktf get`
    has generated; strings that seem to name a package; and command lines with `cdktf` in documentation, CI
    files, Makefiles, Dockerfiles and scripts. cdktf.json keeps its name and its content.

    Why:
    HashiCorp has archived CDK for Terraform in December 2025. Its community goes on with it as CDK Terrain,
    under new package names. It makes the same Terraform configuration and takes over the same state.

    Example:
    # main.py
    import cdktf
    from cdktf_cdktf_provider_aws.provider import AwsProvider


    class Network(cdktf.TerraformStack):
        def __init__(self, scope, id):
            super().__init__(scope, id)
            AwsProvider(self, "aws", region="eu-west-1")
    # requirements.txt
    cdktf~=0.21.0
    cdktf-cdktf-provider-aws~=21.0

    Becomes:
    # main.py
    import cdktn
    from cdktn_provider_aws.provider import AwsProvider


    class Network(cdktn.TerraformStack):
        def __init__(self, scope, id):
            super().__init__(scope, id)
            AwsProvider(self, "aws", region="eu-west-1")
    # requirements.txt
    cdktn~=0.22.0
    cdktn-provider-aws~=23.0

    Impact:
    None: what a synth gives is the same but for comments, the versions of providers that the bindings name
    (within the same major version), and sources of providers in full: `hashicorp/aws` for `aws`. Where no
    bindings for CDK Terrain carry the old major version of a provider, the next one is taken, and that is
    reported: such a plan must be read.

    Limits:
    A project is migrated as a whole or not at all. It is left alone, and the places are reported, where it
    uses a provider whose bindings are not published for CDK Terrain, a package that is made for `cdktf`
    itself, or a class or an argument that the new bindings do not have: mend that while the program still
    runs with `cdktf`. Programs in other languages are not migrated.

    Source:
    The upgrade guide to CDK Terrain 0.22 (https://cdktn.io/docs/release/upgrade-guide-v0-22); the metadata
    and the jsii assemblies of the published packages.
    """

    name = "cdktf-to-cdktn"
    languages = frozenset(("python",))

    def reads(self, path: str) -> bool:
        return cdktn.is_read(path)

    def rewrite(self, files: Mapping[str, bytes]) -> Rewriting:
        return cdktn.migrate(files)
