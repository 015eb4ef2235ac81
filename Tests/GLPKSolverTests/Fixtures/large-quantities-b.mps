NAME random_199
ROWS
 N OBJ
 L site_open[S1_I1]
 L one_role[S2]
 L commit_primary[S1_I1]
 L capacity[S1_I1]
 L commit_primary[S2_I1]
 L capacity[S2_I1]
 G min_volume[S2_I1]
 L commit_primary[S3_I1]
 L forcing[S1_H1_I1_0_undisturbed]
 L forcing[S1_M1_I1_1_undisturbed]
 L forcing[S2_S1_I1_2_undisturbed]
 L forcing[S2_H1_I1_3_undisturbed]
 L forcing[S2_M1_I1_4_undisturbed]
 L forcing[S3_S1_I1_5_undisturbed]
 L forcing[S3_H1_I1_6_undisturbed]
 L forcing[S3_M1_I1_7_undisturbed]
 L forcing[H0_M1_I1_8_undisturbed]
 L forcing[H1_H0_I1_9_undisturbed]
 L forcing[H1_M1_I1_10_undisturbed]
 L ready[S1_I1_undisturbed]
 L ready[S2_I1_undisturbed]
 L available[S1_I1_undisturbed]
 E balance[S1_I1_undisturbed]
 L make[S2_I1_undisturbed]
 L make[S3_I1_undisturbed]
 E balance[H0_I1_undisturbed]
 E balance[H1_I1_undisturbed]
 E demand[M1_I1_undisturbed]
 L forcing[S1_H1_I1_0_W1]
 L forcing[S2_S1_I1_2_W1]
 L forcing[S2_H1_I1_3_W1]
 L forcing[S3_S1_I1_5_W1]
 L forcing[S3_H1_I1_6_W1]
 L forcing[H0_M1_I1_8_W1]
 L forcing[H1_H0_I1_9_W1]
 L forcing[H1_M1_I1_10_W1]
 L ready[S1_I1_W1]
 L ready[S2_I1_W1]
 L available[S1_I1_W1]
 E balance[S1_I1_W1]
 L make[S2_I1_W1]
 L make[S3_I1_W1]
 E balance[H0_I1_W1]
 E balance[H1_I1_W1]
 E demand[M1_I1_W1]
 L forcing[S1_H1_I1_0_W2]
 L forcing[S1_M1_I1_1_W2]
 L forcing[S2_S1_I1_2_W2]
 L forcing[S2_H1_I1_3_W2]
 L forcing[S2_M1_I1_4_W2]
 L forcing[S3_S1_I1_5_W2]
 L forcing[S3_H1_I1_6_W2]
 L forcing[S3_M1_I1_7_W2]
 L forcing[H0_M1_I1_8_W2]
 L forcing[H1_H0_I1_9_W2]
 L forcing[H1_M1_I1_10_W2]
 L ready[S1_I1_W2]
 L ready[S2_I1_W2]
 L available[S1_I1_W2]
 E balance[S1_I1_W2]
 L make[S2_I1_W2]
 L make[S3_I1_W2]
 E balance[H0_I1_W2]
 E balance[H1_I1_W2]
 E demand[M1_I1_W2]
 L forcing[S1_H1_I1_0_W3]
 L forcing[S1_M1_I1_1_W3]
 L forcing[S2_S1_I1_2_W3]
 L forcing[S2_H1_I1_3_W3]
 L forcing[S2_M1_I1_4_W3]
 L forcing[S3_S1_I1_5_W3]
 L forcing[S3_H1_I1_6_W3]
 L forcing[S3_M1_I1_7_W3]
 L forcing[H0_M1_I1_8_W3]
 L forcing[H1_H0_I1_9_W3]
 L forcing[H1_M1_I1_10_W3]
 L ready[S1_I1_W3]
 L ready[S2_I1_W3]
 L available[S1_I1_W3]
 E balance[S1_I1_W3]
 L make[S2_I1_W3]
 L make[S3_I1_W3]
 E balance[H0_I1_W3]
 E balance[H1_I1_W3]
 E demand[M1_I1_W3]
 G cost[undisturbed]
 G excess[undisturbed]
 G cost[W1]
 G excess[W1]
 G cost[W2]
 G excess[W2]
 G cost[W3]
 G excess[W3]
COLUMNS
 M0 'MARKER' 'INTORG'
 primary[S1_I1] OBJ 21830000.0
 primary[S1_I1] site_open[S1_I1] 1.0
 primary[S1_I1] commit_primary[S1_I1] -24750000.0
 primary[S1_I1] capacity[S1_I1] -24750000.0
 backup[S1_I1] OBJ 21830000.0
 backup[S1_I1] site_open[S1_I1] 1.0
 backup[S1_I1] capacity[S1_I1] -24750000.0
 M1 'MARKER' 'INTEND'
 commit[S1_I1] commit_primary[S1_I1] 1.0
 commit[S1_I1] capacity[S1_I1] 1.0
 commit[S1_I1] available[S1_I1_undisturbed] -1.0
 commit[S1_I1] available[S1_I1_W1] -1.0
 commit[S1_I1] available[S1_I1_W2] -1.0
 commit[S1_I1] available[S1_I1_W3] -0.25
 commit[S1_I1] cost[undisturbed] -6.62
 commit[S1_I1] cost[W1] -6.62
 commit[S1_I1] cost[W2] -6.62
 commit[S1_I1] cost[W3] -1.655
 reserve[S1_I1] capacity[S1_I1] 1.0
 reserve[S1_I1] ready[S1_I1_undisturbed] -1.0
 reserve[S1_I1] ready[S1_I1_W1] -1.0
 reserve[S1_I1] ready[S1_I1_W2] -1.0
 reserve[S1_I1] ready[S1_I1_W3] -0.25
 M2 'MARKER' 'INTORG'
 primary[S2_I1] OBJ 14290000.0
 primary[S2_I1] one_role[S2] 1.0
 primary[S2_I1] commit_primary[S2_I1] -15010000.0
 primary[S2_I1] capacity[S2_I1] -15010000.0
 primary[S2_I1] min_volume[S2_I1] -5270000.0
 primary[S2_I1] forcing[S2_S1_I1_2_undisturbed] -15010000.0
 primary[S2_I1] forcing[S2_H1_I1_3_undisturbed] -14220000.0
 primary[S2_I1] forcing[S2_M1_I1_4_undisturbed] -15010000.0
 primary[S2_I1] forcing[S2_S1_I1_2_W1] -15010000.0
 primary[S2_I1] forcing[S2_H1_I1_3_W1] -14220000.0
 primary[S2_I1] forcing[S2_S1_I1_2_W2] -15010000.0
 primary[S2_I1] forcing[S2_H1_I1_3_W2] -14220000.0
 primary[S2_I1] forcing[S2_M1_I1_4_W2] -15010000.0
 primary[S2_I1] forcing[S2_S1_I1_2_W3] -15010000.0
 primary[S2_I1] forcing[S2_H1_I1_3_W3] -14220000.0
 primary[S2_I1] forcing[S2_M1_I1_4_W3] -15010000.0
 backup[S2_I1] OBJ 14290000.0
 backup[S2_I1] one_role[S2] 1.0
 backup[S2_I1] capacity[S2_I1] -15010000.0
 backup[S2_I1] forcing[S2_S1_I1_2_undisturbed] -15010000.0
 backup[S2_I1] forcing[S2_H1_I1_3_undisturbed] -14220000.0
 backup[S2_I1] forcing[S2_M1_I1_4_undisturbed] -15010000.0
 backup[S2_I1] forcing[S2_S1_I1_2_W1] -15010000.0
 backup[S2_I1] forcing[S2_H1_I1_3_W1] -14220000.0
 backup[S2_I1] forcing[S2_S1_I1_2_W2] -15010000.0
 backup[S2_I1] forcing[S2_H1_I1_3_W2] -14220000.0
 backup[S2_I1] forcing[S2_M1_I1_4_W2] -15010000.0
 backup[S2_I1] forcing[S2_S1_I1_2_W3] -15010000.0
 backup[S2_I1] forcing[S2_H1_I1_3_W3] -14220000.0
 backup[S2_I1] forcing[S2_M1_I1_4_W3] -15010000.0
 M3 'MARKER' 'INTEND'
 commit[S2_I1] commit_primary[S2_I1] 1.0
 commit[S2_I1] capacity[S2_I1] 1.0
 commit[S2_I1] min_volume[S2_I1] 1.0
 commit[S2_I1] make[S2_I1_undisturbed] -1.0
 commit[S2_I1] make[S2_I1_W1] -1.0
 commit[S2_I1] make[S2_I1_W2] -1.0
 commit[S2_I1] make[S2_I1_W3] -0.25
 commit[S2_I1] cost[undisturbed] -1.1
 commit[S2_I1] cost[W1] -1.1
 commit[S2_I1] cost[W2] -1.1
 commit[S2_I1] cost[W3] -0.275
 reserve[S2_I1] OBJ 0.85
 reserve[S2_I1] capacity[S2_I1] 1.0
 reserve[S2_I1] ready[S2_I1_undisturbed] -1.0
 reserve[S2_I1] ready[S2_I1_W1] -1.0
 reserve[S2_I1] ready[S2_I1_W2] -1.0
 reserve[S2_I1] ready[S2_I1_W3] -0.25
 M4 'MARKER' 'INTORG'
 primary[S3_I1] OBJ 14740000.0
 primary[S3_I1] commit_primary[S3_I1] -50370000.0
 primary[S3_I1] forcing[S3_S1_I1_5_undisturbed] -22950000.0
 primary[S3_I1] forcing[S3_H1_I1_6_undisturbed] -14220000.0
 primary[S3_I1] forcing[S3_M1_I1_7_undisturbed] -7640000.0
 primary[S3_I1] forcing[S3_S1_I1_5_W1] -22950000.0
 primary[S3_I1] forcing[S3_H1_I1_6_W1] -14220000.0
 primary[S3_I1] forcing[S3_S1_I1_5_W2] -22950000.0
 primary[S3_I1] forcing[S3_H1_I1_6_W2] -14220000.0
 primary[S3_I1] forcing[S3_M1_I1_7_W2] -7640000.0
 primary[S3_I1] forcing[S3_S1_I1_5_W3] -22950000.0
 primary[S3_I1] forcing[S3_H1_I1_6_W3] -14220000.0
 primary[S3_I1] forcing[S3_M1_I1_7_W3] -7640000.0
 M5 'MARKER' 'INTEND'
 commit[S3_I1] commit_primary[S3_I1] 1.0
 commit[S3_I1] make[S3_I1_undisturbed] -1.0
 commit[S3_I1] make[S3_I1_W1] -1.0
 commit[S3_I1] make[S3_I1_W2] -1.0
 commit[S3_I1] make[S3_I1_W3] -0.25
 commit[S3_I1] cost[undisturbed] -4.92
 commit[S3_I1] cost[W1] -4.92
 commit[S3_I1] cost[W2] -4.92
 commit[S3_I1] cost[W3] -1.23
 M6 'MARKER' 'INTORG'
 open[S1] OBJ -30100000.0
 open[S1] site_open[S1_I1] -1.0
 open[S1] forcing[S1_H1_I1_0_undisturbed] -14220000.0
 open[S1] forcing[S1_M1_I1_1_undisturbed] -16020000.0
 open[S1] forcing[S1_H1_I1_0_W1] -14220000.0
 open[S1] forcing[S1_H1_I1_0_W2] -14220000.0
 open[S1] forcing[S1_M1_I1_1_W2] -16020000.0
 open[S1] forcing[S1_H1_I1_0_W3] -14220000.0
 open[S1] forcing[S1_M1_I1_1_W3] -16020000.0
 open[S4] OBJ 42210000.0
 open[H0] forcing[H0_M1_I1_8_undisturbed] -13000000.0
 open[H0] forcing[H0_M1_I1_8_W1] -13000000.0
 open[H0] forcing[H0_M1_I1_8_W2] -13000000.0
 open[H0] forcing[H0_M1_I1_8_W3] -13000000.0
 open[H1] OBJ 3530000.0
 open[H1] forcing[H1_H0_I1_9_undisturbed] -22950000.0
 open[H1] forcing[H1_M1_I1_10_undisturbed] -22950000.0
 open[H1] forcing[H1_H0_I1_9_W1] -22950000.0
 open[H1] forcing[H1_M1_I1_10_W1] -22950000.0
 open[H1] forcing[H1_H0_I1_9_W2] -22950000.0
 open[H1] forcing[H1_M1_I1_10_W2] -22950000.0
 open[H1] forcing[H1_H0_I1_9_W3] -22950000.0
 open[H1] forcing[H1_M1_I1_10_W3] -22950000.0
 M7 'MARKER' 'INTEND'
 ship[S1_H1_I1_0_undisturbed] forcing[S1_H1_I1_0_undisturbed] 1.0
 ship[S1_H1_I1_0_undisturbed] balance[S1_I1_undisturbed] -1.0
 ship[S1_H1_I1_0_undisturbed] balance[H1_I1_undisturbed] 1.0
 ship[S1_H1_I1_0_undisturbed] cost[undisturbed] -2.49
 ship[S1_M1_I1_1_undisturbed] forcing[S1_M1_I1_1_undisturbed] 1.0
 ship[S1_M1_I1_1_undisturbed] balance[S1_I1_undisturbed] -1.0
 ship[S1_M1_I1_1_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[S1_M1_I1_1_undisturbed] cost[undisturbed] -0.64
 ship[S2_S1_I1_2_undisturbed] forcing[S2_S1_I1_2_undisturbed] 1.0
 ship[S2_S1_I1_2_undisturbed] balance[S1_I1_undisturbed] 1.0
 ship[S2_S1_I1_2_undisturbed] make[S2_I1_undisturbed] 1.0
 ship[S2_S1_I1_2_undisturbed] cost[undisturbed] -1.62
 ship[S2_H1_I1_3_undisturbed] forcing[S2_H1_I1_3_undisturbed] 1.0
 ship[S2_H1_I1_3_undisturbed] make[S2_I1_undisturbed] 1.0
 ship[S2_H1_I1_3_undisturbed] balance[H1_I1_undisturbed] 1.0
 ship[S2_H1_I1_3_undisturbed] cost[undisturbed] -2.49
 ship[S2_M1_I1_4_undisturbed] forcing[S2_M1_I1_4_undisturbed] 1.0
 ship[S2_M1_I1_4_undisturbed] make[S2_I1_undisturbed] 1.0
 ship[S2_M1_I1_4_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[S2_M1_I1_4_undisturbed] cost[undisturbed] -2.8
 ship[S3_S1_I1_5_undisturbed] forcing[S3_S1_I1_5_undisturbed] 1.0
 ship[S3_S1_I1_5_undisturbed] balance[S1_I1_undisturbed] 1.0
 ship[S3_S1_I1_5_undisturbed] make[S3_I1_undisturbed] 1.0
 ship[S3_S1_I1_5_undisturbed] cost[undisturbed] -1.62
 ship[S3_H1_I1_6_undisturbed] forcing[S3_H1_I1_6_undisturbed] 1.0
 ship[S3_H1_I1_6_undisturbed] make[S3_I1_undisturbed] 1.0
 ship[S3_H1_I1_6_undisturbed] balance[H1_I1_undisturbed] 1.0
 ship[S3_H1_I1_6_undisturbed] cost[undisturbed] -2.49
 ship[S3_M1_I1_7_undisturbed] forcing[S3_M1_I1_7_undisturbed] 1.0
 ship[S3_M1_I1_7_undisturbed] make[S3_I1_undisturbed] 1.0
 ship[S3_M1_I1_7_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[S3_M1_I1_7_undisturbed] cost[undisturbed] -2.27
 ship[H0_M1_I1_8_undisturbed] forcing[H0_M1_I1_8_undisturbed] 1.0
 ship[H0_M1_I1_8_undisturbed] balance[H0_I1_undisturbed] -1.0
 ship[H0_M1_I1_8_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[H0_M1_I1_8_undisturbed] cost[undisturbed] -7.033022888407183
 ship[H1_H0_I1_9_undisturbed] forcing[H1_H0_I1_9_undisturbed] 1.0
 ship[H1_H0_I1_9_undisturbed] balance[H0_I1_undisturbed] 1.0
 ship[H1_H0_I1_9_undisturbed] balance[H1_I1_undisturbed] -1.0
 ship[H1_H0_I1_9_undisturbed] cost[undisturbed] -0.73
 ship[H1_M1_I1_10_undisturbed] forcing[H1_M1_I1_10_undisturbed] 1.0
 ship[H1_M1_I1_10_undisturbed] balance[H1_I1_undisturbed] -1.0
 ship[H1_M1_I1_10_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[H1_M1_I1_10_undisturbed] cost[undisturbed] -3.89
 surge[S1_I1_undisturbed] ready[S1_I1_undisturbed] 1.0
 surge[S1_I1_undisturbed] balance[S1_I1_undisturbed] 1.0
 surge[S1_I1_undisturbed] cost[undisturbed] -8.66
 surge[S2_I1_undisturbed] ready[S2_I1_undisturbed] 1.0
 surge[S2_I1_undisturbed] make[S2_I1_undisturbed] -1.0
 surge[S2_I1_undisturbed] cost[undisturbed] -2.49
 make[S1_I1_undisturbed] available[S1_I1_undisturbed] 1.0
 make[S1_I1_undisturbed] balance[S1_I1_undisturbed] 1.0
 short[M1_I1_undisturbed] demand[M1_I1_undisturbed] 1.0
 short[M1_I1_undisturbed] cost[undisturbed] -46.22
 ship[S1_H1_I1_0_W1] forcing[S1_H1_I1_0_W1] 1.0
 ship[S1_H1_I1_0_W1] balance[S1_I1_W1] -1.0
 ship[S1_H1_I1_0_W1] balance[H1_I1_W1] 1.0
 ship[S1_H1_I1_0_W1] cost[W1] -2.49
 ship[S2_S1_I1_2_W1] forcing[S2_S1_I1_2_W1] 1.0
 ship[S2_S1_I1_2_W1] balance[S1_I1_W1] 1.0
 ship[S2_S1_I1_2_W1] make[S2_I1_W1] 1.0
 ship[S2_S1_I1_2_W1] cost[W1] -1.62
 ship[S2_H1_I1_3_W1] forcing[S2_H1_I1_3_W1] 1.0
 ship[S2_H1_I1_3_W1] make[S2_I1_W1] 1.0
 ship[S2_H1_I1_3_W1] balance[H1_I1_W1] 1.0
 ship[S2_H1_I1_3_W1] cost[W1] -2.49
 ship[S3_S1_I1_5_W1] forcing[S3_S1_I1_5_W1] 1.0
 ship[S3_S1_I1_5_W1] balance[S1_I1_W1] 1.0
 ship[S3_S1_I1_5_W1] make[S3_I1_W1] 1.0
 ship[S3_S1_I1_5_W1] cost[W1] -1.62
 ship[S3_H1_I1_6_W1] forcing[S3_H1_I1_6_W1] 1.0
 ship[S3_H1_I1_6_W1] make[S3_I1_W1] 1.0
 ship[S3_H1_I1_6_W1] balance[H1_I1_W1] 1.0
 ship[S3_H1_I1_6_W1] cost[W1] -2.49
 ship[H0_M1_I1_8_W1] forcing[H0_M1_I1_8_W1] 1.0
 ship[H0_M1_I1_8_W1] balance[H0_I1_W1] -1.0
 ship[H0_M1_I1_8_W1] demand[M1_I1_W1] 1.0
 ship[H0_M1_I1_8_W1] cost[W1] -7.033022888407183
 ship[H1_H0_I1_9_W1] forcing[H1_H0_I1_9_W1] 1.0
 ship[H1_H0_I1_9_W1] balance[H0_I1_W1] 1.0
 ship[H1_H0_I1_9_W1] balance[H1_I1_W1] -1.0
 ship[H1_H0_I1_9_W1] cost[W1] -0.73
 ship[H1_M1_I1_10_W1] forcing[H1_M1_I1_10_W1] 1.0
 ship[H1_M1_I1_10_W1] balance[H1_I1_W1] -1.0
 ship[H1_M1_I1_10_W1] demand[M1_I1_W1] 1.0
 ship[H1_M1_I1_10_W1] cost[W1] -3.89
 surge[S1_I1_W1] ready[S1_I1_W1] 1.0
 surge[S1_I1_W1] balance[S1_I1_W1] 1.0
 surge[S1_I1_W1] cost[W1] -8.66
 surge[S2_I1_W1] ready[S2_I1_W1] 1.0
 surge[S2_I1_W1] make[S2_I1_W1] -1.0
 surge[S2_I1_W1] cost[W1] -2.49
 make[S1_I1_W1] available[S1_I1_W1] 1.0
 make[S1_I1_W1] balance[S1_I1_W1] 1.0
 short[M1_I1_W1] demand[M1_I1_W1] 1.0
 short[M1_I1_W1] cost[W1] -46.22
 ship[S1_H1_I1_0_W2] forcing[S1_H1_I1_0_W2] 1.0
 ship[S1_H1_I1_0_W2] balance[S1_I1_W2] -1.0
 ship[S1_H1_I1_0_W2] balance[H1_I1_W2] 1.0
 ship[S1_H1_I1_0_W2] cost[W2] -2.49
 ship[S1_M1_I1_1_W2] forcing[S1_M1_I1_1_W2] 1.0
 ship[S1_M1_I1_1_W2] balance[S1_I1_W2] -1.0
 ship[S1_M1_I1_1_W2] demand[M1_I1_W2] 1.0
 ship[S1_M1_I1_1_W2] cost[W2] -0.64
 ship[S2_S1_I1_2_W2] forcing[S2_S1_I1_2_W2] 1.0
 ship[S2_S1_I1_2_W2] balance[S1_I1_W2] 1.0
 ship[S2_S1_I1_2_W2] make[S2_I1_W2] 1.0
 ship[S2_S1_I1_2_W2] cost[W2] -1.62
 ship[S2_H1_I1_3_W2] forcing[S2_H1_I1_3_W2] 1.0
 ship[S2_H1_I1_3_W2] make[S2_I1_W2] 1.0
 ship[S2_H1_I1_3_W2] balance[H1_I1_W2] 1.0
 ship[S2_H1_I1_3_W2] cost[W2] -2.49
 ship[S2_M1_I1_4_W2] forcing[S2_M1_I1_4_W2] 1.0
 ship[S2_M1_I1_4_W2] make[S2_I1_W2] 1.0
 ship[S2_M1_I1_4_W2] demand[M1_I1_W2] 1.0
 ship[S2_M1_I1_4_W2] cost[W2] -2.8
 ship[S3_S1_I1_5_W2] forcing[S3_S1_I1_5_W2] 1.0
 ship[S3_S1_I1_5_W2] balance[S1_I1_W2] 1.0
 ship[S3_S1_I1_5_W2] make[S3_I1_W2] 1.0
 ship[S3_S1_I1_5_W2] cost[W2] -1.62
 ship[S3_H1_I1_6_W2] forcing[S3_H1_I1_6_W2] 1.0
 ship[S3_H1_I1_6_W2] make[S3_I1_W2] 1.0
 ship[S3_H1_I1_6_W2] balance[H1_I1_W2] 1.0
 ship[S3_H1_I1_6_W2] cost[W2] -2.49
 ship[S3_M1_I1_7_W2] forcing[S3_M1_I1_7_W2] 1.0
 ship[S3_M1_I1_7_W2] make[S3_I1_W2] 1.0
 ship[S3_M1_I1_7_W2] demand[M1_I1_W2] 1.0
 ship[S3_M1_I1_7_W2] cost[W2] -2.27
 ship[H0_M1_I1_8_W2] forcing[H0_M1_I1_8_W2] 1.0
 ship[H0_M1_I1_8_W2] balance[H0_I1_W2] -1.0
 ship[H0_M1_I1_8_W2] demand[M1_I1_W2] 1.0
 ship[H0_M1_I1_8_W2] cost[W2] -7.033022888407183
 ship[H1_H0_I1_9_W2] forcing[H1_H0_I1_9_W2] 1.0
 ship[H1_H0_I1_9_W2] balance[H0_I1_W2] 1.0
 ship[H1_H0_I1_9_W2] balance[H1_I1_W2] -1.0
 ship[H1_H0_I1_9_W2] cost[W2] -0.73
 ship[H1_M1_I1_10_W2] forcing[H1_M1_I1_10_W2] 1.0
 ship[H1_M1_I1_10_W2] balance[H1_I1_W2] -1.0
 ship[H1_M1_I1_10_W2] demand[M1_I1_W2] 1.0
 ship[H1_M1_I1_10_W2] cost[W2] -3.89
 surge[S1_I1_W2] ready[S1_I1_W2] 1.0
 surge[S1_I1_W2] balance[S1_I1_W2] 1.0
 surge[S1_I1_W2] cost[W2] -8.66
 surge[S2_I1_W2] ready[S2_I1_W2] 1.0
 surge[S2_I1_W2] make[S2_I1_W2] -1.0
 surge[S2_I1_W2] cost[W2] -2.49
 make[S1_I1_W2] available[S1_I1_W2] 1.0
 make[S1_I1_W2] balance[S1_I1_W2] 1.0
 short[M1_I1_W2] demand[M1_I1_W2] 1.0
 short[M1_I1_W2] cost[W2] -46.22
 ship[S1_H1_I1_0_W3] forcing[S1_H1_I1_0_W3] 1.0
 ship[S1_H1_I1_0_W3] balance[S1_I1_W3] -1.0
 ship[S1_H1_I1_0_W3] balance[H1_I1_W3] 1.0
 ship[S1_H1_I1_0_W3] cost[W3] -2.49
 ship[S1_M1_I1_1_W3] forcing[S1_M1_I1_1_W3] 1.0
 ship[S1_M1_I1_1_W3] balance[S1_I1_W3] -1.0
 ship[S1_M1_I1_1_W3] demand[M1_I1_W3] 1.0
 ship[S1_M1_I1_1_W3] cost[W3] -0.64
 ship[S2_S1_I1_2_W3] forcing[S2_S1_I1_2_W3] 1.0
 ship[S2_S1_I1_2_W3] balance[S1_I1_W3] 1.0
 ship[S2_S1_I1_2_W3] make[S2_I1_W3] 1.0
 ship[S2_S1_I1_2_W3] cost[W3] -1.62
 ship[S2_H1_I1_3_W3] forcing[S2_H1_I1_3_W3] 1.0
 ship[S2_H1_I1_3_W3] make[S2_I1_W3] 1.0
 ship[S2_H1_I1_3_W3] balance[H1_I1_W3] 1.0
 ship[S2_H1_I1_3_W3] cost[W3] -2.49
 ship[S2_M1_I1_4_W3] forcing[S2_M1_I1_4_W3] 1.0
 ship[S2_M1_I1_4_W3] make[S2_I1_W3] 1.0
 ship[S2_M1_I1_4_W3] demand[M1_I1_W3] 1.0
 ship[S2_M1_I1_4_W3] cost[W3] -2.8
 ship[S3_S1_I1_5_W3] forcing[S3_S1_I1_5_W3] 1.0
 ship[S3_S1_I1_5_W3] balance[S1_I1_W3] 1.0
 ship[S3_S1_I1_5_W3] make[S3_I1_W3] 1.0
 ship[S3_S1_I1_5_W3] cost[W3] -1.62
 ship[S3_H1_I1_6_W3] forcing[S3_H1_I1_6_W3] 1.0
 ship[S3_H1_I1_6_W3] make[S3_I1_W3] 1.0
 ship[S3_H1_I1_6_W3] balance[H1_I1_W3] 1.0
 ship[S3_H1_I1_6_W3] cost[W3] -2.49
 ship[S3_M1_I1_7_W3] forcing[S3_M1_I1_7_W3] 1.0
 ship[S3_M1_I1_7_W3] make[S3_I1_W3] 1.0
 ship[S3_M1_I1_7_W3] demand[M1_I1_W3] 1.0
 ship[S3_M1_I1_7_W3] cost[W3] -2.27
 ship[H0_M1_I1_8_W3] forcing[H0_M1_I1_8_W3] 1.0
 ship[H0_M1_I1_8_W3] balance[H0_I1_W3] -1.0
 ship[H0_M1_I1_8_W3] demand[M1_I1_W3] 1.0
 ship[H0_M1_I1_8_W3] cost[W3] -7.033022888407183
 ship[H1_H0_I1_9_W3] forcing[H1_H0_I1_9_W3] 1.0
 ship[H1_H0_I1_9_W3] balance[H0_I1_W3] 1.0
 ship[H1_H0_I1_9_W3] balance[H1_I1_W3] -1.0
 ship[H1_H0_I1_9_W3] cost[W3] -0.73
 ship[H1_M1_I1_10_W3] forcing[H1_M1_I1_10_W3] 1.0
 ship[H1_M1_I1_10_W3] balance[H1_I1_W3] -1.0
 ship[H1_M1_I1_10_W3] demand[M1_I1_W3] 1.0
 ship[H1_M1_I1_10_W3] cost[W3] -3.89
 surge[S1_I1_W3] ready[S1_I1_W3] 1.0
 surge[S1_I1_W3] balance[S1_I1_W3] 1.0
 surge[S1_I1_W3] cost[W3] -8.66
 surge[S2_I1_W3] ready[S2_I1_W3] 1.0
 surge[S2_I1_W3] make[S2_I1_W3] -1.0
 surge[S2_I1_W3] cost[W3] -2.49
 make[S1_I1_W3] available[S1_I1_W3] 1.0
 make[S1_I1_W3] balance[S1_I1_W3] 1.0
 short[M1_I1_W3] demand[M1_I1_W3] 1.0
 short[M1_I1_W3] cost[W3] -46.22
 threshold OBJ 0.5
 threshold excess[undisturbed] 1.0
 threshold excess[W1] 1.0
 threshold excess[W2] 1.0
 threshold excess[W3] 1.0
 cost[undisturbed] OBJ 0.2833333333333333
 cost[undisturbed] cost[undisturbed] 1.0
 cost[undisturbed] excess[undisturbed] -1.0
 excess[undisturbed] OBJ 5.666666666666662
 excess[undisturbed] excess[undisturbed] 1.0
 cost[W1] OBJ 0.16666666666666666
 cost[W1] cost[W1] 1.0
 cost[W1] excess[W1] -1.0
 excess[W1] OBJ 3.3333333333333304
 excess[W1] excess[W1] 1.0
 cost[W2] OBJ 0.05
 cost[W2] cost[W2] 1.0
 cost[W2] excess[W2] -1.0
 excess[W2] OBJ 0.9999999999999992
 excess[W2] excess[W2] 1.0
 cost[W3] cost[W3] 1.0
 cost[W3] excess[W3] -1.0
 excess[W3] excess[W3] 1.0
RHS
 RHS OBJ -30100000.0
 RHS one_role[S2] 1.0
 RHS demand[M1_I1_undisturbed] 22950000.0
 RHS demand[M1_I1_W1] 22950000.0
 RHS demand[M1_I1_W2] 22950000.0
 RHS demand[M1_I1_W3] 22950000.0
BOUNDS
 BV BND primary[S1_I1]
 BV BND backup[S1_I1]
 UP BND commit[S1_I1] 24750000.0
 UP BND reserve[S1_I1] 24750000.0
 BV BND primary[S2_I1]
 BV BND backup[S2_I1]
 UP BND commit[S2_I1] 15010000.0
 UP BND reserve[S2_I1] 15010000.0
 BV BND primary[S3_I1]
 UP BND commit[S3_I1] 50370000.0
 BV BND open[S1]
 BV BND open[S4]
 BV BND open[H0]
 BV BND open[H1]
 UP BND ship[S1_H1_I1_0_undisturbed] 14220000.0
 UP BND ship[S1_M1_I1_1_undisturbed] 16020000.0
 UP BND ship[S2_S1_I1_2_undisturbed] 15010000.0
 UP BND ship[S2_H1_I1_3_undisturbed] 14220000.0
 UP BND ship[S2_M1_I1_4_undisturbed] 15010000.0
 UP BND ship[S3_S1_I1_5_undisturbed] 22950000.0
 UP BND ship[S3_H1_I1_6_undisturbed] 14220000.0
 UP BND ship[S3_M1_I1_7_undisturbed] 7640000.0
 UP BND ship[H0_M1_I1_8_undisturbed] 13000000.0
 UP BND ship[H1_H0_I1_9_undisturbed] 22950000.0
 UP BND ship[H1_M1_I1_10_undisturbed] 22950000.0
 UP BND surge[S1_I1_undisturbed] 24750000.0
 UP BND surge[S2_I1_undisturbed] 15010000.0
 UP BND make[S1_I1_undisturbed] 24750000.0
 UP BND short[M1_I1_undisturbed] 22950000.0
 UP BND ship[S1_H1_I1_0_W1] 14220000.0
 UP BND ship[S2_S1_I1_2_W1] 15010000.0
 UP BND ship[S2_H1_I1_3_W1] 14220000.0
 UP BND ship[S3_S1_I1_5_W1] 22950000.0
 UP BND ship[S3_H1_I1_6_W1] 14220000.0
 UP BND ship[H0_M1_I1_8_W1] 13000000.0
 UP BND ship[H1_H0_I1_9_W1] 22950000.0
 UP BND ship[H1_M1_I1_10_W1] 22950000.0
 UP BND surge[S1_I1_W1] 24750000.0
 UP BND surge[S2_I1_W1] 15010000.0
 UP BND make[S1_I1_W1] 24750000.0
 UP BND short[M1_I1_W1] 22950000.0
 UP BND ship[S1_H1_I1_0_W2] 14220000.0
 UP BND ship[S1_M1_I1_1_W2] 16020000.0
 UP BND ship[S2_S1_I1_2_W2] 15010000.0
 UP BND ship[S2_H1_I1_3_W2] 14220000.0
 UP BND ship[S2_M1_I1_4_W2] 15010000.0
 UP BND ship[S3_S1_I1_5_W2] 22950000.0
 UP BND ship[S3_H1_I1_6_W2] 14220000.0
 UP BND ship[S3_M1_I1_7_W2] 7640000.0
 UP BND ship[H0_M1_I1_8_W2] 13000000.0
 UP BND ship[H1_H0_I1_9_W2] 22950000.0
 UP BND ship[H1_M1_I1_10_W2] 22950000.0
 UP BND surge[S1_I1_W2] 24750000.0
 UP BND surge[S2_I1_W2] 15010000.0
 UP BND make[S1_I1_W2] 24750000.0
 UP BND short[M1_I1_W2] 22950000.0
 UP BND ship[S1_H1_I1_0_W3] 14220000.0
 UP BND ship[S1_M1_I1_1_W3] 16020000.0
 UP BND ship[S2_S1_I1_2_W3] 15010000.0
 UP BND ship[S2_H1_I1_3_W3] 14220000.0
 UP BND ship[S2_M1_I1_4_W3] 15010000.0
 UP BND ship[S3_S1_I1_5_W3] 22950000.0
 UP BND ship[S3_H1_I1_6_W3] 14220000.0
 UP BND ship[S3_M1_I1_7_W3] 7640000.0
 UP BND ship[H0_M1_I1_8_W3] 13000000.0
 UP BND ship[H1_H0_I1_9_W3] 22950000.0
 UP BND ship[H1_M1_I1_10_W3] 22950000.0
 UP BND surge[S1_I1_W3] 6187500.0
 UP BND surge[S2_I1_W3] 3752500.0
 UP BND make[S1_I1_W3] 6187500.0
 UP BND short[M1_I1_W3] 22950000.0
 UP BND threshold 2175435797.5492935
 UP BND cost[undisturbed] 2175435797.5492935
 UP BND excess[undisturbed] 2175435797.5492935
 UP BND cost[W1] 2175435797.5492935
 UP BND excess[W1] 2175435797.5492935
 UP BND cost[W2] 2175435797.5492935
 UP BND excess[W2] 2175435797.5492935
 UP BND cost[W3] 2175435797.5492935
 UP BND excess[W3] 2175435797.5492935
ENDATA
