resource "aws_qldb_ledger" "orders" {
  name             = "orders"
  permissions_mode = "STANDARD"
}

resource "aws_waf_ipset" "office" {
  name = "office"
}

resource "aws_wafregional_ipset" "office" {
  name = "office"
}

data "aws_appmesh_mesh" "main" {
  name = "main"
}
