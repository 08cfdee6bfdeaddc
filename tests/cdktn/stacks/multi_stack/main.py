"""Two stacks, one of which uses what the other makes; aspects and a dependency between stacks."""

import importlib

import jsii
from constructs import IConstruct
from stacks import Base, Service

import cdktf

null_provider = importlib.import_module("cdktf_cdktf_provider_null.provider")
null_resource = importlib.import_module("cdktf_cdktf_provider_null.resource")


@jsii.implements(cdktf.IAspect)
class Tags:
    def visit(self, node: IConstruct) -> None:
        if hasattr(node, "tags_input") and isinstance(node, cdktf.TerraformResource):
            node.tags = {**(node.tags_input or {}), "owner": "platform"}


app = cdktf.App(context={"environment": "test"})
base = Base(app, "base")
service = Service(app, "service", base=base)
service.add_dependency(base)
null_provider.NullProvider(service, "null")
null_resource.Resource(service, "done", triggers={"table": base.table.arn})
cdktf.Aspects.of(app).add(Tags())
app.synth()
