data "aws_availability_zones" "available"   {
    state="available"
    filter {
        name="zone-name"
        values=[ "us-east-2b","us-east-2a" ]
    }
}
resource "aws_vpc" "main" { cidr_block="10.0.0.0/16" }


resource "aws_subnet" "public" {
    count=length( data.aws_availability_zones.available.names )
    vpc_id   = aws_vpc.main.id
    cidr_block = cidrsubnet(aws_vpc.main.cidr_block,8,count.index)
    availability_zone=data.aws_availability_zones.available.names[ count.index ]
    tags={Name="public-${ data.aws_availability_zones.available.names[count.index] }"}
    depends_on=[aws_vpc.main,data.aws_availability_zones.available]
}
