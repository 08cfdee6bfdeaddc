from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.ebs_volume import EbsVolume
from cdktf_cdktf_provider_aws.instance import Instance, InstanceRootBlockDevice


class Web(TerraformStack):
    def __init__(self, scope, id, options, encrypted):
        super().__init__(scope, id)
        DbInstance(self, "db", engine="postgres", instance_class="db.m5.large", allocated_storage=20, storage_encrypted=True)
        DbInstance(
            self, "reports",
            engine="postgres",
            instance_class="db.m5.large",
            storage_encrypted=True,
            allocated_storage=20
        )
        EbsVolume(self, "a", availability_zone="us-east-1a", size=10, encrypted=encrypted)
        EbsVolume(self, "b", availability_zone="us-east-1a", **options)
        Instance(self, "c", ami="ami-0123", root_block_device=InstanceRootBlockDevice(volume_size=8, encrypted=True))
